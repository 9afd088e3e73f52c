/**
 * What company and person names of a country are made of. None of the companies exists. A word of another script stands with its
 * Latin spelling behind an equals sign, for the web address.
 */
export type Place = {
  readonly stems: readonly string[];
  readonly trades: readonly string[];
  readonly forms: readonly string[];
  readonly first: readonly string[];
  readonly last: readonly string[];
};

const list = (text: string): readonly string[] => text.split(",").map((word) => word.trim());

const germanTrades =
  "Antriebstechnik, Logistik, Versicherung, Klinikverbund, Molkerei, Optik, Energie, Papier, Medizintechnik, Stadtwerke, Chemie, Verlag, Werkzeugbau, Nahverkehr, Getränke, Baustoffe";
const englishTrades =
  "Insurance, Water, Retail Group, Foods, Rail, Housing Trust, Pharma, Logistics, Airports, Textiles";

/** By country. A pool that is asked for more companies than it has stems and trades gives the first ones again. */
export const places: Readonly<Record<string, Place>> = {
  DE: {
    stems: list(
      "Hansahafen, Lausitz, Schwarzwald, Nordmark, Ruhrtal, Allgäu, Saaletal, Emsland, Lechfeld, Oderland, Spreewald, Eifel, Ostalb, Wendland, Chiemgau, Münsterland, Pfälzerwald, Uckermark, Rhön, Fläming",
    ),
    trades: list(germanTrades),
    forms: list("AG, GmbH, GmbH & Co. KG, SE, eG"),
    first: list("Anke, Torsten, Miriam, Jochen, Sabine, Felix, Gül, Björn"),
    last: list("Reuter, Wolff, Kaiser, Böhm, Ziegler, Hartung, Yılmaz, Groß"),
  },
  AT: {
    stems: list("Wachau, Murtal, Inntal, Traunsee, Pinzgau, Burgenland, Wienerwald, Salzach, Gailtal, Bregenz"),
    trades: list("Bergbahnen, Holzbau, Spedition, Brauerei, Glashütte, Wasserkraft, Kurkliniken, Landtechnik"),
    forms: list("GmbH, AG, OG, KG"),
    first: list("Andreas, Karin, Leopold, Verena, Franz, Theresia"),
    last: list("Huber, Wimmer, Pichler, Leitner, Moser, Schönborn"),
  },
  CH: {
    stems: list("Säntis, Gotthard, Aaretal, Jura, Limmat, Engadin, Emmental, Léman, Tessin, Rheinwald, Napf, Saane"),
    trades: list("Assekuranz, Uhren, Privatbank, Käserei, Spital, Pharma, Bahnen, Transporte, Maschinenbau, Energie"),
    forms: list("AG, GmbH, SA, Genossenschaft"),
    first: list("Reto, Urs, Fabienne, Seraina, Beat, Chantal"),
    last: list("Keller, Baumann, Zürcher, Favre, Caduff, Bernasconi"),
  },
  NO: {
    stems: list("Nordlys, Fjellheim, Vesterhav, Lofot, Hardanger, Varanger, Jotun, Sunnmøre"),
    trades: list("Energi, Shipping, Sjømat, Forsikring, Havbruk, Helse, Bygg, Ferger"),
    forms: list("AS, ASA"),
    first: list("Kari, Sigurd, Ingvild, Håkon, Solveig"),
    last: list("Dahl, Berge, Nygård, Øverland, Bråthen"),
  },
  SE: {
    stems: list("Bergslag, Sundsvik, Mälar, Småland, Höga Kusten, Vättern, Skåne, Norrbotten"),
    trades: list("Papper, Transport, Möbler, Gruvor, Försäkring, Livsmedel, Järnväg, Vård"),
    forms: list("AB, Ekonomisk förening"),
    first: list("Astrid, Nils, Åsa, Gunnar, Linnéa"),
    last: list("Nyström, Åkerlund, Öberg, Sjögren, Wallin"),
  },
  DK: {
    stems: list("Skagen, Limfjord, Fyn, Møns Klint, Storebælt, Vadehav, Roskilde, Bornholm"),
    trades: list("Mejeri, Vind, Forsikring, Havne, Medicinal, Byg, Foder, Teater"),
    forms: list("A/S, ApS, a.m.b.a."),
    first: list("Lars, Freja, Søren, Mette, Asger"),
    last: list("Krogh, Mørk, Vestergaard, Bæk, Thygesen"),
  },
  FI: {
    stems: list("Saaristo, Koli, Päijänne, Lappi, Kymi, Oulanka, Häme, Pohjanmaa"),
    trades: list("Metsä, Konepaja, Sairaala, Satama, Vakuutus, Osuuskauppa, Sähkö, Rakennus"),
    forms: list("Oy, Oyj"),
    first: list("Aino, Eero, Päivi, Väinö, Tuuli"),
    last: list("Virtanen, Mäkinen, Hämäläinen, Ylönen, Räty"),
  },
  GB: {
    stems: list(
      "Ashdown, Kingsmere, Thornbury, Northgate, Claverton, Wexcombe, Marlow, Dunmore, Glenavon, Pembray, Kelso, Aldermoor",
    ),
    trades: list(englishTrades),
    forms: list("plc, Ltd, Limited, CIC"),
    first: list("Charlotte, Edward, Priya, George, Eilidh, Kwame"),
    last: list("Hughes, Campbell, Shah, Barnes, MacRae, Owusu"),
  },
  IE: {
    stems: list("Burren, Slaney, Ormond, Corrib, Mourne, Dingle, Boyne, Wicklow"),
    trades: list("Dairies, Biopharma, Credit Union, Ferries, Peat & Wind, Breweries, Aircraft Leasing, Care"),
    forms: list("Ltd, plc, DAC"),
    first: list("Niamh, Ciarán, Sinéad, Declan, Gráinne"),
    last: list("Doyle, Breathnach, Kavanagh, Mac Conmara, Sheehan"),
  },
  IT: {
    stems: list("Ligure, Adriatica, Toscana, Padana, Vesuvio, Dolomiti, Sannio, Lario"),
    trades: list("Energia, Alimentari, Farmaceutica, Ceramiche, Assicurazioni, Trasporti, Tessuti, Acque"),
    forms: list("S.p.A., S.r.l., Soc. Coop."),
    first: list("Elena, Matteo, Nicolò, Chiara, Salvatore"),
    last: list("Rinaldi, Greco, Dell'Orto, Cantù, Fumagalli"),
  },
  ES: {
    stems: list("Levante, Costa Verde, Duero, Sierra Blanca, Ebro, La Mancha, Cantábrica, Guadiana"),
    trades: list("Seguros, Cerámica, Alimentación, Astilleros, Energía, Hospitales, Transportes, Viñedos"),
    forms: list("S.A., S.L., S. Coop."),
    first: list("Carmen, Íñigo, Begoña, Álvaro, Nuria"),
    last: list("Navarro, Muñoz, Etxeberria, Peña, Ibáñez"),
  },
  FR: {
    stems: list("Garonne, Rhône, Armorique, Vercors, Camargue, Île de Ré, Cévennes, Val de Loire, Périgord, Artois"),
    trades: list(
      "Assurances, Transports, Laiterie, Énergies, Hôpitaux, Papeteries, Aéronautique, Cosmétiques, Ferroviaire, Habitat",
    ),
    forms: list("SAS, SA, SARL, SCOP"),
    first: list("Louis, Océane, François, Maëlle, Rachid, Agnès"),
    last: list("Dubois, Lefèvre, Guérin, N'Diaye, Chauveau, Benali"),
  },
  PT: {
    stems: list("Douro, Alentejo, Serra da Estrela, Ria Formosa, Tâmega, Lezíria, Açor, Sintra"),
    trades: list("Seguros, Cortiça, Têxtil, Energia, Conservas, Transportes, Saúde, Calçado"),
    forms: list("S.A., Lda"),
    first: list("Inês, João, Conceição, Tomás"),
    last: list("Marques, Magalhães, Simões, Brandão"),
  },
  GR: {
    stems: list("Όλυμπος=olympos, Κυκλάδες=kyklades, Πίνδος=pindos, Θεσσαλία=thessalia, Ιόνιο=ionio, Αττική=attiki"),
    trades: list(
      "Ναυτιλία=naftilia, Ενέργεια=energeia, Τρόφιμα=trofima, Ασφάλειες=asfaleies, Ξενοδοχεία=xenodocheia, Μεταφορές=metafores",
    ),
    forms: list("Α.Ε., Ε.Π.Ε."),
    first: list("Δημήτρης=dimitris, Νίκος=nikos, Στέλιος=stelios, Γιώργος=giorgos"),
    last: list("Παπαδάκης=papadakis, Οικονόμου=oikonomou, Νικολάου=nikolaou, Βλάχος=vlachos"),
  },
  NL: {
    stems: list("Veluwe, Maasoever, Kennemer, Drenthe, Zeeuwse Delta, Twente, Haarlemmer, Wieringen"),
    trades: list("Verzekeringen, Zuivel, Havenbedrijf, Bloemen, Zorg, Waterschap, Logistiek, Fietsen"),
    forms: list("B.V., N.V., Coöperatie U.A."),
    first: list("Joost, Fleur, Ruben, Anouk"),
    last: list("van der Meer, Hoekstra, de Graaf, Bakker"),
  },
  BE: {
    stems: list("Kempen, Ourthe, Schelde, Gaume, Hageland, Meuse, Polder, Condroz"),
    trades: list("Brouwerij, Verzekering, Acier, Chocolaterie, Haven, Hôpital, Transport, Verre"),
    forms: list("NV, BV, SA, SRL"),
    first: list("Wout, Élise, Bram, Noémie"),
    last: list("Peeters, Lambrechts, Dupont, Claessens"),
  },
  PL: {
    stems: list("Bałtyk, Mazury, Śląsk, Podhale, Kujawy, Sudety, Żuławy, Roztocze, Pomorze"),
    trades: list("Ubezpieczenia, Mleczarnia, Hutnictwo, Logistyka, Szpitale, Energia, Meble, Kolej"),
    forms: list("Sp. z o.o., S.A."),
    first: list("Małgorzata, Paweł, Łucja, Grzegorz, Bożena"),
    last: list("Zięba, Żak, Kowalczyk, Gołąb, Wrona"),
  },
  CZ: {
    stems: list("Šumava, Morava, Krkonoše, Sázava, Vysočina, Haná, Beskydy, Polabí"),
    trades: list("Pojišťovna, Sklárny, Pivovary, Doprava, Nemocnice, Strojírny, Energie, Papírny"),
    forms: list("s.r.o., a.s."),
    first: list("Tomáš, Jiří, Ondřej, Luboš, Zdeněk"),
    last: list("Novotný, Dvořák, Říha, Černý, Šimek"),
  },
  US: {
    stems: list(
      "Silverlake, Redwood, Hudson, Bluestem, Copperfield, Lakeshore, Summit, Piedmont, Oakmont, Tidewater, Saguaro, Palisade, Cimarron, Ozark",
    ),
    trades: list(
      "Health, Freight, Insurance, Foods, Utilities, Outdoors, Bancorp, Semiconductor, Orchards, Transit, Paper, Homes",
    ),
    forms: list("Inc., LLC, Corp., Co."),
    first: list("Jessica, Daniel, Tanya, Brian, Monica, DeShawn, José"),
    last: list("Foster, Nguyen, Coleman, Perry, Bennett, Okafor, Ramírez"),
  },
  CA: {
    stems: list("Laurentides, Kootenay, Fundy, Assiniboine, Gaspé, Muskoka, Athabasca, Saguenay"),
    trades: list("Lumber, Credit Union, Hydro, Foods, Mines, Assurance, Rail, Health"),
    forms: list("Inc., Ltd., Ltée"),
    first: list("Chloé, Ryan, Geneviève, Harpreet"),
    last: list("Tremblay, Singh, MacDonald, Bélanger"),
  },
  JP: {
    stems: list(
      "東海=tokai, 九州=kyushu, 瀬戸内=setouchi, 富士見=fujimi, 北陸=hokuriku, 多摩=tama, 琵琶湖=biwako, 津軽=tsugaru",
    ),
    trades: list(
      "製作所=seisakusho, 運輸=unyu, 保険=hoken, 食品=shokuhin, 製薬=seiyaku, 電機=denki, 製紙=seishi, 鉄道=tetsudo",
    ),
    forms: list("株式会社"),
    first: list("健太=kenta, 美咲=misaki, 翔=sho, 陽子=yoko"),
    last: list("佐藤=sato, 渡辺=watanabe, 小林=kobayashi, 伊藤=ito"),
  },
  SG: {
    stems: list("Merlion Bay, Kallang, Pasir Emas, Tanjong, Orchid, Straits View, Seletar, Bukit Hijau"),
    trades: list("Shipping, Assurance, Biotech, Foods, Terminals, Land, Wafer, Care"),
    forms: list("Pte. Ltd., Ltd."),
    first: list("Wei Ling, Arjun, Nurul, Jun Jie"),
    last: list("Tan, Menon, Abdullah, Ong"),
  },
  AU: {
    stems: list("Murrumbidgee, Kimberley, Bass Strait, Barossa, Illawarra, Nullarbor, Daintree, Gippsland"),
    trades: list("Grain, Mining Services, Super, Ports, Dairy, Water, Health, Solar"),
    forms: list("Pty Ltd, Ltd"),
    first: list("Lachlan, Matilda, Kirra, Angus"),
    last: list("Walker, Nguyen, O'Connor, Papadopoulos"),
  },
};
