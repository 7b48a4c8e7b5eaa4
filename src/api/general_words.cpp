#include "api/general_words.hpp"

#include <unordered_set>

namespace trivium::api {

bool general(std::string_view word) {
  static const std::unordered_set<std::string_view> kGeneral{
      // English
      "about", "above", "across", "activities", "activity", "after", "again", "against", "almost", "along", "already",
      "also", "although", "always", "among", "another", "around", "available", "away", "back", "because", "become",
      "been", "before", "behind", "being", "below", "better", "between", "beyond", "both", "bring", "broader",
      "business", "businesses", "cities", "city", "cluster", "clusters", "come", "companies", "company", "could",
      "different", "does", "doing", "done", "down", "during", "each", "early", "either", "else", "enough",
      "established", "even", "ever", "every", "everybody", "everyone", "everything", "existing", "far", "fewer", "firm",
      "firms", "first", "following", "from", "full", "further", "general", "get", "give", "given", "goes", "going",
      "good", "great", "half", "have", "having", "help", "helping", "helps", "here", "high", "higher", "however",
      "important", "industries", "industry", "inside", "instead", "into", "itself", "just", "keep", "keeps", "kind",
      "know", "known", "large", "larger", "last", "late", "later", "least", "less", "like", "likely", "little", "local",
      "long", "longer", "look", "made", "main", "mainly", "make", "makes", "making", "manager", "managers", "many",
      "might", "month", "monthly", "more", "most", "mostly", "much", "must", "near", "need", "needed", "needs", "never",
      "next", "none", "nothing", "often", "once", "only", "open", "other", "others", "outside", "over", "part",
      "partly", "people", "place", "places", "policies", "policy", "programme", "programmes", "project", "projects",
      "quite", "rather", "real", "really", "region", "regional", "regions", "same", "second", "sector", "sectors",
      "several", "should", "since", "small", "smaller", "some", "somebody", "something", "soon", "still", "such",
      "support", "supports", "take", "taking", "than", "that", "their", "them", "then", "there", "these", "they",
      "thing", "things", "third", "this", "those", "though", "three", "through", "time", "times", "together", "too",
      "toward", "towards", "under", "until", "upon", "use", "used", "useful", "using", "usual", "usually", "various",
      "very", "want", "wants", "week", "weekly", "well", "were", "what", "when", "where", "whether", "which", "while",
      "who", "whole", "whose", "will", "with", "within", "without", "work", "working", "works", "worth", "would",
      "year", "yearly", "years", "yours",
      // Spanish
      "acerca", "actividad", "actividades", "ademas", "adonde", "afuera", "ahora", "algo", "alguien", "algun", "alguna",
      "algunas", "alguno", "algunos", "alli", "ambas", "ambos", "ante", "antes", "apenas", "apoyar", "apoyo", "aquel",
      "aquella", "aquellos", "aqui", "asi", "aun", "aunque", "ayuda", "ayudan", "ayudar", "bajo", "bastante", "bien",
      "buena", "buenas", "bueno", "buenos", "cada", "casi", "cierta", "cierto", "ciudad", "ciudades", "clusteres",
      "como", "con", "conocer", "contra", "cosa", "cosas", "cual", "cuales", "cualquier", "cuando", "cuanto", "debe",
      "deben", "dejar", "demas", "demasiado", "dentro", "desde", "despues", "detras", "distinta", "distintas",
      "distinto", "distintos", "donde", "durante", "ejemplo", "ella", "ellas", "ellos", "empezar", "empresa",
      "empresas", "encima", "entonces", "entre", "era", "eran", "esa", "esas", "ese", "esos", "esta", "estaba",
      "establecida", "establecidas", "establecido", "establecidos", "estan", "estar", "estas", "este", "esto", "estos",
      "existente", "existentes", "falta", "faltan", "fuera", "gente", "gestor", "gestora", "gestores", "gran", "grande",
      "grandes", "haber", "hace", "hacen", "hacer", "hacia", "hasta", "hay", "incluso", "industria", "junta", "juntas",
      "junto", "juntos", "lado", "largo", "lejos", "llega", "llegan", "llegar", "locales", "luego", "lugar", "lugares",
      "manera", "mayor", "mayores", "medio", "mejor", "mejores", "menor", "menos", "mensual", "mes", "meses",
      "mientras", "misma", "mismas", "mismo", "mismos", "modo", "momento", "mucha", "muchas", "mucho", "muchos", "muy",
      "nada", "nadie", "necesario", "necesita", "necesitan", "ningun", "ninguna", "ninguno", "nosotros", "nuestra",
      "nuestras", "nuestro", "nuestros", "nueva", "nuevas", "nuevo", "nuevos", "nunca", "otra", "otras", "otro",
      "otros", "para", "parte", "partes", "pero", "persona", "personas", "poca", "pocas", "poco", "pocos", "poder",
      "podria", "politica", "politicas", "por", "porque", "posible", "primer", "primera", "primero", "primeros",
      "principal", "principales", "programa", "programas", "pronto", "proyecto", "proyectos", "puede", "pueden", "pues",
      "quien", "quienes", "quiere", "quieren", "regionales", "regiones", "saber", "sea", "sectores", "segun", "segunda",
      "segundo", "semana", "semanal", "semanas", "ser", "siempre", "sigue", "siguen", "sin", "sino", "sobre", "sola",
      "solas", "solo", "solos", "son", "suele", "suelen", "suya", "suyos", "tal", "tambien", "tampoco", "tan", "tanta",
      "tantas", "tanto", "tantos", "tarde", "tener", "tercera", "tercero", "tiempo", "tiene", "tienen", "toda", "todas",
      "todavia", "todo", "todos", "trabaja", "trabajan", "trabajar", "trabajo", "tras", "traves", "una", "unas", "unos",
      "usar", "uso", "util", "varias", "varios", "veces", "vez"};
  return kGeneral.contains(word);
}

}  // namespace trivium::api
