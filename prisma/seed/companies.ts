import { plain, type SeedCustomer } from "./customers";

export type Company = SeedCustomer & { readonly country: string };

const company = (name: string, domain: string, country: string, contact: string): Company => ({
  name,
  website: `${domain}.example`,
  country,
  contact,
  email: `${plain(contact).replaceAll("-", ".")}@${domain}.example`,
});

/** The customers of the deals that the demo shows first; none of them is among the generated ones. */
export const companies = {
  isarwerk: company("Isarwerk Antriebstechnik AG", "isarwerk", "DE", "Anke Reuter"),
  isarwerkService: company("Isarwerk Service GmbH", "isarwerk-service", "DE", "Jochen Wolff"),
  hanse: company("Hanse Maritim Reederei GmbH & Co. KG", "hanse-maritim", "DE", "Torsten Petersen"),
  vierwald: company("Vierwald Versicherung AG", "vierwald", "CH", "Miriam Kaiser"),
  moselglas: company("Moselglas GmbH", "moselglas", "DE", "Felix Hartung"),
  klinik: company("Klinikverbund Taunus gGmbH", "klinikverbund-taunus", "DE", "Sabine Ziegler"),
  bodensee: company("Bodensee Spedition AG", "bodensee-spedition", "CH", "Reto Keller"),
  stadtwerke: company("Stadtwerke Havelland GmbH", "stadtwerke-havelland", "DE", "Uwe Schreiber"),
  weserhof: company("Weserhof Molkerei eG", "weserhof", "DE", "Gesa Brandes"),
  falkensee: company("Falkensee Optik GmbH", "falkensee-optik", "DE", "Dirk Albers"),
  linz: company("Linz Papier AG", "linzpapier", "AT", "Karin Wimmer"),
  tirol: company("Tirol Bergbahnen AG", "tirol-bergbahnen", "AT", "Andreas Huber"),
  bergfeld: company("Bergfeld Logistik GmbH", "bergfeld", "DE", "Nina Hartmann"),
  donau: company("Donau Energie AG", "donau-energie", "DE", "Klaus Winter"),
  rheinchem: company("Rheinchem Spezial GmbH", "rheinchem", "DE", "Petra Lang"),
  nordlicht: company("Nordlicht Versand GmbH", "nordlicht-versand", "DE", "Maike Janssen"),
  elbtal: company("Elbtal Logistik GmbH", "elbtal-logistik", "DE", "Robert Schulz"),
  saale: company("Saale Verlag GmbH", "saale-verlag", "DE", "Ines Fuchs"),
  limmat: company("Limmat Assekuranz AG", "limmat-assekuranz", "CH", "Urs Baumann"),
  harz: company("Harzer Solar GmbH", "harzer-solar", "DE", "Jens Vogel"),
  oste: company("Oste Fleischwaren GmbH", "oste-fleisch", "DE", "Wiebke Harms"),
  emsland: company("Emsland Werften GmbH", "emsland-werften", "DE", "Hauke Thien"),
  spree: company("Spreewald Konserven GmbH", "spreewald-konserven", "DE", "Antje Noack"),
  saar: company("Saarhütte Walzwerk AG", "saarhuette", "DE", "Claude Meyer"),
  eifel: company("Eifelland Brauerei KG", "eifelland-brauerei", "DE", "Bernd Schmitz"),
  ahrtal: company("Ahrtal Winzer eG", "ahrtal-winzer", "DE", "Monika Krämer"),
  lofoten: company("Lofoten Havbruk AS", "lofoten-havbruk", "NO", "Kari Dahl"),
  thames: company("Thameside Water plc", "thameside-water", "GB", "Charlotte Hughes"),
  caldeirao: company("Banco Serra do Caldeirão, S.A.", "serra-caldeirao", "PT", "Filipa Bragança"),
  aubrac: company("Fromageries de l'Aubrac", "fromageries-aubrac", "FR", "Solène Vidal"),
  falster: company("Falster Kühltechnik GmbH", "falster-kuehltechnik", "DE", "Ole Brodersen"),
  uecker: company("Ueckermünde Holzwerke GmbH", "ueckermuende-holz", "DE", "Silke Radtke"),
  tregor: company("Coopérative laitière du Trégor", "laiterie-tregor", "FR", "Erwan Le Dantec"),
  aobadani: company("株式会社あおば谷運輸", "aobadani-unyu", "JP", "Yuki Kawase"),
  wadden: company("Waddenveer Rederij N.V.", "waddenveer", "NL", "Geertje Postma"),
  nysa: company("Huta Szkła Nysa Górna S.A.", "huta-nysa-gorna", "PL", "Stanisław Bąk"),
  penobscot: company("Penobscot Bay Ferries Inc.", "penobscotferries", "US", "Ruth Ellery"),
  ohio: company("Ohio Valley Freight Inc.", "ohiovalleyfreight", "US", "Daniel Foster"),
  juniper: company("Juniper Creek Foods LLC", "junipercreek", "US", "Tanya Coleman"),
} as const;
