/* linewords: the lists. A new language is one row. */
#include "text/linewords.h"

#include <string.h>

static gboolean listed(const char *list, const char *text, int length) {
	if (length <= 0 || memchr(text, ' ', (size_t)length)) {
		return FALSE;
	}
	for (const char *at = list; *at;) {
		const char *end = strchr(at, ' ');
		int size = end ? (int)(end - at) : (int)strlen(at);
		if (size == length && memcmp(at, text, (size_t)length) == 0) {
			return TRUE;
		}
		at += size + (end ? 1 : 0);
	}
	return FALSE;
}

gboolean word_takes_number(const char *text, int length) {
	static const char list[] =
		"Fig. Figs. fig. figs. Figure Figures Eq. Eqs. eq. Equation Sec. Sect. sec. "
		"Section "
		"Tab. Table Tables Ch. Chap. ch. Chapter No. Nos. no. Nr. nr. Vol. vol. p. pp. P. "
		"S. "
		"Abb. Abbildung Kap. Kapitel Tabelle Abschnitt Art. art. Artikel § §§ № n° N° n.o "
		"núm. "
		"figure tableau chapitre figura tabla tabella capitolo capítulo Room Raum salle "
		"Saal "
		"Hall sala Room: Level Page page Seite Step Theorem Lemma Definition Algorithm "
		"Listing Appendix RFC ISO с. рис. табл. гл. стр. σ. αρ.";
	while (length > 0 && (*text == '(' || *text == '[')) {
		text++;
		length--;
	}
	return listed(list, text, length);
}

gboolean word_takes_name(const char *text, int length) {
	static const char list[] = "Dr. Dr Drs. Prof. Prof Professor Mr. Mr Mrs. Mrs Ms. Ms Mx. Mx "
				   "Mme Mlle MM. M. St. "
				   "Ste. Sr. Sra. Srta. Dra. Sig. Sig.ra Dott. Ing. ing. ir. "
				   "Dr.ir. Dipl.-Ing. Herr Frau "
				   "Sir Dame Rev. Hon. д-р проф. г. г-н г-жа κ.";
	while (length > 0 && (*text == '(' || *text == '[')) {
		text++;
		length--;
	}
	return listed(list, text, length);
}

gboolean word_is_unit(const char *text, int length) {
	static const char list[] = "am pm a.m. p.m. AM PM Uhr h min s ms µs μs ns km m cm mm µm nm "
				   "kg g mg t l ml GB MB "
				   "kB KB TB PB GiB MiB KiB TiB Gbit/s Mbit/s Gb/s Mb/s Gbps Mbps "
				   "Hz kHz MHz GHz W kW MW "
				   "GW kWh V A mA K °C °F % ‰ € $ £ ¥ EUR USD CHF pt px dpi em bit "
				   "bits bytes kJ J N Pa "
				   "dB m² m³ km² ha km/h m/s fps °";
	while (length > 0 && strchr(".,;:!?)]", text[length - 1]) && length > 1) {
		if (listed(list, text, length)) {
			return TRUE;
		}
		length--;
	}
	return listed(list, text, length);
}

static const struct {
	const char *language, *words;
} links[] = {
	{"en",
		"a an the of for on in at to by and or with from as vs vs. via into over under its "
		"their our is are be we"},
	{"de",
		"der die das den dem des ein eine einer eines einem einen und oder von vom zu zum "
		"zur "
		"in im am an auf für mit bei als aus über unter nach"},
	{"fr",
		"le la les un une des de du et ou à au aux en par pour sur dans avec sans vers que "
		"qui "
		"ne se"},
	{"es", "el la los las un una unos unas de del y e o u a al en por para con sin sobre que"},
	{"it",
		"il lo la i gli le un uno una di del della dei delle e ed o a al alla in nel nella "
		"da "
		"dal per con su sul che"},
	{"pt", "o a os as um uma de do da dos das e ou em no na nos nas por para com sem que"},
	{"nl", "de het een van en of op in aan te tot bij met voor door over uit"},
	{"sv", "en ett den det och eller av på i till för med om som från"},
	{"da", "en et den det og eller af på i til for med om som fra"},
	{"no", "en et ei den det og eller av på i til for med om som fra"},
	{"nb", "en et ei den det og eller av på i til for med om som fra"},
	{"pl", "a i o u w z ze we na do od po za dla lub oraz przy nad pod"},
	{"cs", "a i o u v z s k ze ve ke se na do od po za pro nebo při nad pod"},
	{"sk", "a i o u v z s k zo vo ku so na do od po za pre alebo pri nad pod"},
	{"ru", "а в и к о с у я во из за на не но об от по до со для или над под при как что"},
	{"uk", "а в і й к о у з та до за на не по із зі від для або над під при як що"},
	{"el", "ο η το οι τα του της των τον την και ή με σε από για στο στη στην στον"},
	{"hu", "a az egy és vagy ez"},
	{"tr", "bir ve veya ile için bu"},
};

gboolean word_is_link(const char *text, int length, const char *language) {
	for (gsize i = 0; i < G_N_ELEMENTS(links); i++) {
		size_t size = strlen(links[i].language);
		if (g_ascii_strncasecmp(language, links[i].language, size) == 0 &&
			(language[size] == '\0' || language[size] == '-')) {
			return listed(links[i].words, text, length);
		}
	}
	return FALSE;
}
