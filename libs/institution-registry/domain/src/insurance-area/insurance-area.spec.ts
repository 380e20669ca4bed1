import type { InsuranceArea } from '@anjuan/contracts';
import { projectionSpecification, recorded, specification } from '@anjuan/testing';
import { insuranceArea } from './insurance-area';
import { insuranceAreasProjection } from './insurance-areas.projection';

const fujian: InsuranceArea = {
  code: '350000',
  name: '福建省',
  parent: '000000',
  level: 'province',
  pooling: false,
};
const xiamen: InsuranceArea = {
  code: '350200',
  name: '厦门市',
  parent: '350000',
  level: 'prefecture',
  pooling: true,
};
const siming: InsuranceArea = {
  code: '350203',
  name: '思明区',
  parent: '350200',
  level: 'county',
  pooling: false,
};
const importing = (areas: InsuranceArea[], province = '350000') => ({
  type: 'ImportInsuranceAreas' as const,
  data: { province, areas, source: 'test list' },
});
const imported = (areas: InsuranceArea[], province = '350000') => ({
  type: 'InsuranceAreasImported' as const,
  data: { province, areas, source: 'test list' },
});

describe('an import of insurance areas', () => {
  const spec = specification(insuranceArea, {});

  it('records the areas of a province', () => {
    spec
      .given()
      .when(importing([fujian, xiamen, siming]))
      .thenEvents(imported([fujian, xiamen, siming]));
  });

  it('records only what changed', () => {
    const renamed = { ...siming, name: '思明新区' };
    spec
      .given(imported([fujian, xiamen, siming]))
      .when(importing([fujian, xiamen, renamed]))
      .thenEvents(imported([renamed]));
    spec
      .given(imported([fujian, xiamen]))
      .when(importing([xiamen, fujian]))
      .thenNothing();
  });

  it('keeps areas that a later list leaves out', () => {
    spec.given(imported([fujian, xiamen]), imported([siming])).thenState((areas) => {
      expect(Object.keys(areas)).toEqual(['350000', '350200', '350203']);
    });
  });

  it('takes the nation by itself', () => {
    const nation: InsuranceArea = { code: '000000', name: '全国', level: 'nation', pooling: false };
    spec
      .given()
      .when(importing([nation], '000000'))
      .thenEvents(imported([nation], '000000'));
    spec
      .given()
      .when(importing([fujian], '000000'))
      .thenRejected('insurance-area.code-of-another-province');
  });

  it('does not touch the areas of another province', () => {
    const guangzhou = { ...xiamen, code: '440100' };
    spec
      .given()
      .when(importing([fujian, guangzhou]))
      .thenRejected('insurance-area.code-of-another-province');
  });

  it('lists a code once', () => {
    spec
      .given()
      .when(importing([fujian, fujian]))
      .thenRejected('insurance-area.listed-twice');
  });

  it('knows every parent', () => {
    spec
      .given()
      .when(importing([fujian, siming]))
      .thenRejected('insurance-area.parent-unknown');
    spec
      .given()
      .when(importing([{ ...fujian, parent: undefined }]))
      .thenRejected('insurance-area.parent-unknown');
  });

  it('has every parent of a higher level, also after a change', () => {
    spec
      .given(imported([fujian, xiamen, siming]))
      .when(importing([{ ...xiamen, level: 'county' }]))
      .thenRejected('insurance-area.parent-of-wrong-level');
    spec
      .given()
      .when(importing([fujian, { ...xiamen, parent: '350200' }]))
      .thenRejected('insurance-area.parent-of-wrong-level');
  });

  it('ends no area before it begins', () => {
    spec
      .given()
      .when(importing([{ ...fujian, validFrom: '2026-01-02', validTo: '2026-01-01' }]))
      .thenRejected('insurance-area.validity-reversed');
  });
});

describe('the list of insurance areas', () => {
  it('has a row for each area, found by name and code', () => {
    const rows = projectionSpecification(insuranceAreasProjection).given(
      recorded('insuranceArea', '350000', imported([fujian, xiamen])),
      recorded('insuranceArea', '350000', imported([{ ...xiamen, pooling: false }])),
    );
    rows.thenRow('350200', { name: '厦门市', parent: '350000', pooling: false, province: '350000' });
    rows.thenSearchText('350200', ['厦门市', '350200']);
  });
});
