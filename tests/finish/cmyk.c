/* cmyk FILE: a profile of a printer that no shop has: what of red, green and blue lacks is cyan,
 * magenta and yellow, and what all three have in common is black as well, so that dark colours want
 * more ink than paper takes. */
#include <lcms2.h>
#include <stddef.h>

static cmsHTRANSFORM to_rgb, to_lab;

static cmsInt32Number from_lab(const cmsUInt16Number in[], cmsUInt16Number out[], void *unused) {
	(void)unused;
	cmsCIELab lab;
	double rgb[3], least = 1;
	cmsLabEncoded2Float(&lab, in);
	cmsDoTransform(to_rgb, &lab, rgb, 1);
	for (int i = 0; i < 3; i++) {
		double ink = 1 - (rgb[i] < 0 ? 0 : rgb[i] > 1 ? 1 : rgb[i]);
		least = ink < least ? ink : least;
		out[i] = (cmsUInt16Number)(ink * 65535);
	}
	out[3] = (cmsUInt16Number)(least * 65535);
	return TRUE;
}

static cmsInt32Number into_lab(const cmsUInt16Number in[], cmsUInt16Number out[], void *unused) {
	(void)unused;
	double rgb[3];
	for (int i = 0; i < 3; i++) {
		rgb[i] = (1 - in[i] / 65535.0) * (1 - in[3] / 65535.0);
	}
	cmsCIELab lab;
	cmsDoTransform(to_lab, rgb, &lab, 1);
	cmsFloat2LabEncoded(out, &lab);
	return TRUE;
}

static void add_table(cmsHPROFILE profile, cmsTagSignature tag, int in, int out, int points,
	cmsSAMPLER16 sampler) {
	cmsPipeline *pipeline = cmsPipelineAlloc(NULL, (cmsUInt32Number)in, (cmsUInt32Number)out);
	cmsStage *table = cmsStageAllocCLut16bit(
		NULL, (cmsUInt32Number)points, (cmsUInt32Number)in, (cmsUInt32Number)out, NULL);
	cmsStageSampleCLut16bit(table, sampler, NULL, 0);
	cmsPipelineInsertStage(
		pipeline, cmsAT_END, cmsStageAllocToneCurves(NULL, (cmsUInt32Number)in, NULL));
	cmsPipelineInsertStage(pipeline, cmsAT_END, table);
	cmsPipelineInsertStage(
		pipeline, cmsAT_END, cmsStageAllocToneCurves(NULL, (cmsUInt32Number)out, NULL));
	cmsWriteTag(profile, tag, pipeline);
	cmsPipelineFree(pipeline);
}

int main(int argc, char **argv) {
	cmsHPROFILE srgb = cmsCreate_sRGBProfile(), lab = cmsCreateLab4Profile(NULL);
	to_rgb = cmsCreateTransform(lab, TYPE_Lab_DBL, srgb, TYPE_RGB_DBL,
		INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOCACHE);
	to_lab = cmsCreateTransform(srgb, TYPE_RGB_DBL, lab, TYPE_Lab_DBL,
		INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOCACHE);
	cmsHPROFILE profile = cmsCreateProfilePlaceholder(NULL);
	cmsSetProfileVersion(profile, 4.3);
	cmsSetDeviceClass(profile, cmsSigOutputClass);
	cmsSetColorSpace(profile, cmsSigCmykData);
	cmsSetPCS(profile, cmsSigLabData);
	cmsMLU *name = cmsMLUalloc(NULL, 1);
	cmsMLUsetASCII(name, "en", "US", "Invented Press on Paper");
	cmsWriteTag(profile, cmsSigProfileDescriptionTag, name);
	cmsWriteTag(profile, cmsSigCopyrightTag, name);
	cmsWriteTag(profile, cmsSigMediaWhitePointTag, cmsD50_XYZ());
	add_table(profile, cmsSigBToA0Tag, 3, 4, 33, from_lab);
	add_table(profile, cmsSigAToB0Tag, 4, 3, 9, into_lab);
	return argc == 2 && cmsSaveProfileToFile(profile, argv[1]) ? 0 : 1;
}
