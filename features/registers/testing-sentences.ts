// Sentences as officers of many hands type, dictate and forward them, with what a reader would write into the register. Spoken on Wednesday 18/3/2026.

export type Sentence = {
  readonly text: string
  /** Folder of the register that it belongs to. */
  readonly register: string
  readonly values?: Readonly<Record<string, unknown>>
  /** Left out: today. */
  readonly day?: string
}

export const TODAY = '2026-03-18'
export const VILLAGES = ['Thôn Đông Ngoại', 'Tổ dân phố số 3', 'Tổ dân phố Hòa Trung'] as const

type Line = readonly [text: string, values?: Readonly<Record<string, unknown>>, day?: string]
const of = (register: string, ...lines: readonly Line[]): readonly Sentence[] =>
  lines.map(([text, values, day]) => ({
    text,
    register,
    ...(values === undefined ? {} : { values }),
    ...(day === undefined ? {} : { day }),
  }))

export const sentences: readonly Sentence[] = [
  ...of(
    'citizen-receptions',
    [
      'Sáng nay Chủ tịch phường tiếp công dân định kỳ, tiếp 3 lượt 5 người, 2 vụ việc lần đầu về đất đai',
      { kind: 'head-scheduled', head: 'commune-chair', visits: 3, persons: 5, firstCases: 2, topic: 'land' },
    ],
    ['tiep dan thuong xuyen hom qua, 4 luot 4 nguoi', { kind: 'regular', visits: 4, persons: 4 }, '2026-03-17'],
    [
      'Tiếp 2 lượt, 7 người, có 1 đoàn đông người đến hỏi chế độ chính sách',
      { visits: 2, persons: 7, groups: 1, topic: 'policy' },
    ],
    [
      'Bí thư Đảng ủy tiếp dân đột xuất chiều qua: hai lượt, ba người',
      { kind: 'head-unscheduled', head: 'commune-secretary', visits: 2, persons: 3 },
      '2026-03-17',
    ],
    [
      'Buổi tiếp công dân trực tuyến ngày 12/3, 1 lượt, 1 người',
      { isOnline: true, visits: 1, persons: 1 },
      '2026-03-12',
    ],
  ),
  ...of(
    'petitions',
    [
      'Hôm nay nhận đơn kiến nghị ở TDP số 3 về đất đai, vào sổ số 45',
      { kind: 'proposal', topic: 'land', village: 'Tổ dân phố số 3', arrivalNo: '45' },
    ],
    ['Nhận 1 đơn tố cáo, số vào sổ 112, ngày 12/3', { kind: 'denunciation', arrivalNo: '112' }, '2026-03-12'],
    ['nhan don khieu nai ve dat o thon Dong Ngoai', { kind: 'complaint', topic: 'land', village: 'Thôn Đông Ngoại' }],
    ['Thứ hai vừa rồi bộ phận một cửa nhận đơn phản ánh thái độ công chức', { topic: 'officials' }, '2026-03-16'],
    ['Đơn đề nghị về chế độ, chính sách gửi đến ngày 5 tháng 3 năm 2026', { topic: 'policy' }, '2026-03-05'],
  ),
  ...of(
    'public-mood',
    [
      'Bà con phản ánh đường vào thôn Đông Ngoại ngập nước, 15 ý kiến, bức xúc',
      { village: 'Thôn Đông Ngoại', topic: 'works', level: 'pressing', opinions: 15 },
    ],
    ['Dư luận quan tâm việc đền bù giải phóng mặt bằng, khoảng 30 ý kiến', { topic: 'land', opinions: 30 }],
    [
      'ba con tdp so 3 phan anh rac thai ben duong, 8 y kien',
      { village: 'Tổ dân phố số 3', topic: 'environment', opinions: 8 },
    ],
    [
      'Em chào anh, em báo cáo: người dân bức xúc việc mất điện kéo dài ở Tổ dân phố Hòa Trung',
      { matter: 'Người dân bức xúc việc mất điện kéo dài ở Tổ dân phố Hòa Trung', level: 'pressing' },
    ],
    [
      'Nắm tình hình: tâm tư nguyện vọng của bà con về giá cả, việc làm sau Tết, 22 ý kiến',
      { topic: 'economy', opinions: 22 },
    ],
  ),
  ...of(
    'dialogues',
    [
      'Chủ tịch UBND phường đối thoại với Nhân dân về giải phóng mặt bằng, 120 người dự, 18 ý kiến, trả lời tại chỗ 15 ý kiến',
      { kind: 'head-dialogue', chair: 'peoples-committee-chair', attendees: 120, opinions: 18, answered: 15 },
    ],
    [
      'Thứ sáu tuần trước TXCT trước kỳ họp, 85 cử tri dự, 12 ý kiến',
      { kind: 'voter-meeting', attendees: 85, opinions: 12 },
      '2026-03-13',
    ],
    ['hoi nghi doi thoai voi ba con ve moi truong, 60 nguoi, 9 y kien', { attendees: 60, opinions: 9 }],
    [
      'Tiếp xúc cử tri tại nhà văn hóa thôn Đông Ngoại, có 14 kiến nghị, 95 người',
      { village: 'Thôn Đông Ngoại', attendees: 95 },
    ],
  ),
  ...of(
    'elections',
    [
      'Bầu trưởng thôn ở thôn Đông Ngoại: 420 cử tri trong danh sách, 398 cử tri đi bỏ phiếu',
      { kind: 'village-head', area: 'Thôn Đông Ngoại', listed: 420, voted: 398 },
    ],
    ['bau cu dai bieu HDND, danh sach cu tri 3.215, da di bo phieu 3.190', { listed: 3215, voted: 3190 }],
    ['Khu vực bỏ phiếu số 4: 1.204 cử tri trong danh sách, đã đi bỏ phiếu 1.200 cử tri', { listed: 1204, voted: 1200 }],
  ),
  ...of(
    'mediations',
    [
      'Tổ hòa giải TDP 3 nhận vụ mâu thuẫn hàng xóm, hôm qua',
      { kind: 'discord', village: 'Tổ dân phố số 3' },
      '2026-03-17',
    ],
    ['Hòa giải vụ tranh chấp đất ở xóm 5', { kind: 'civil', village: 'Xóm 5' }],
    ['to hoa giai thon Dong Ngoai hoa giai chuyen vo chong', { kind: 'family', village: 'Thôn Đông Ngoại' }],
    [
      'Tiếp nhận vụ việc mâu thuẫn về lối đi chung, hòa giải ở KDC số 7, ngày 10.3.2026',
      { village: 'Khu dân cư số 7' },
      '2026-03-10',
    ],
  ),
  ...of(
    'supervisions',
    [
      'Ban TTND giám sát công trình nhà văn hóa, 3 kiến nghị, văn bản số 07/BTTND ngày 10/3/2026',
      { supervisor: 'people-inspectorate', recommendations: 3, paper: '07/BTTND ngày 10/3/2026' },
    ],
    [
      'Hội Phụ nữ giám sát việc chi trả chế độ, có 2 kiến nghị',
      { supervisor: 'mass-organisation', organisation: 'women', recommendations: 2 },
    ],
    [
      'giam sat dau tu cua cong dong tuyen duong thon Dong Ngoai, 1 kien nghi',
      { village: 'Thôn Đông Ngoại', recommendations: 1 },
    ],
    [
      'Cuộc giám sát của UBMTTQ phường về vệ sinh an toàn thực phẩm, 4 kiến nghị',
      { supervisor: 'front', recommendations: 4 },
    ],
  ),
  ...of(
    'inspections',
    ['Đoàn kiểm tra QCDC đi kiểm tra đột xuất tại Trường tiểu học', { origin: 'unplanned' }],
    [
      'Ban hành Kế hoạch số 15/KH-BCĐ ngày 2/3/2026 kiểm tra quy chế dân chủ, dự kiến kiểm tra ngày 20/5',
      { plan: '15/KH-BCĐ ngày 2/3/2026', plannedOn: '2026-05-20' },
      '2026-03-02',
    ],
    ['ke hoach kiem tra QCDC o doanh nghiep', { scope: 'enterprise' }],
  ),
  ...of(
    'classifications',
    ['Trường mầm non tự chấm điểm quy chế dân chủ năm 2025 được 95,5 điểm', { forYear: '2025', selfScore: 95.5 }],
    ['xep loai QCDC nam 2025: don vi su nghiep, tu cham 88 diem', { forYear: '2025', scope: 'office', selfScore: 88 }],
  ),
  ...of(
    'skilful-models',
    ['Ra mắt mô hình “Tuyến đường xanh sạch đẹp” của chi bộ TDP Hòa Trung', { name: 'Tuyến đường xanh sạch đẹp' }],
    ['dang ky mo hinh dan van kheo moi trong nam linh vuc kinh te', { novelty: 'new', field: 'economy' }],
    [
      'Đăng ký DVK: mô hình chính quyền thân thiện, tập thể, lĩnh vực xây dựng hệ thống chính trị',
      { isFriendlyGovernment: true, exemplar: 'collective', field: 'political-system' },
    ],
  ),
  ...of(
    'welfare',
    [
      'Tặng 50 suất quà trị giá 15 triệu cho hộ nghèo dịp Tết',
      { kind: 'gifts', parcels: 50, value: 15_000_000, recipients: 'poor', occasion: 'lunar-new-year' },
    ],
    [
      'MTTQ trao qua cho gia dinh chinh sach 120 suat tri gia 36tr',
      { parcels: 120, value: 36_000_000, recipients: 'policy-families' },
    ],
    [
      'Khởi công nhà đại đoàn kết cho hộ nghèo ở thôn Đông Ngoại, 80 triệu đồng, dự kiến bàn giao 30/6/2026',
      { kind: 'house-built', value: 80_000_000, finishBy: '2026-06-30', village: 'Thôn Đông Ngoại' },
    ],
    ['Tặng 100 suất quà, mỗi suất 500k, tổng trị giá 50 tr.đ', { parcels: 100, value: 50_000_000 }],
    [
      'Hôm kia doanh nghiệp tặng quà hộ cận nghèo, 30 phần quà, 1 tỷ 200 triệu đồng',
      { parcels: 30, value: 1_200_000_000, recipients: 'near-poor' },
      '2026-03-16',
    ],
  ),
  ...of(
    'villages',
    [
      'Sáp nhập thôn, Thôn Đông Ngoại có 318 hộ, 1.204 nhân khẩu theo Nghị quyết số 15/NQ-HĐND ngày 12/7/2025',
      {
        name: 'Thôn Đông Ngoại',
        households: 318,
        residents: 1204,
        origin: 'merged',
        decision: '15/NQ-HĐND ngày 12/7/2025',
      },
    ],
    ['thanh lap to dan pho so 9, 210 ho, 780 nhan khau', { name: 'Tổ dân phố so 9', households: 210, residents: 780 }],
  ),
  ...of(
    'bodies',
    [
      'Kiện toàn tổ dân vận TDP số 3 gồm 7 người, 3 nữ, Quyết định số 12/QĐ-UBND ngày 3/3/2026',
      { members: 7, women: 3, decision: '12/QĐ-UBND ngày 3/3/2026' },
    ],
    ['Thành lập Ban Chỉ đạo thực hiện QCDC 15 thành viên', { kind: 'steering-committee', members: 15 }],
    ['thanh lap to hoa giai moi, 5 nguoi', { members: 5 }],
  ),
  ...of(
    'activities',
    ['Tập huấn nghiệp vụ dân vận 60 người dự ở hội trường UBND', { kind: 'training', attendees: 60 }],
    ['Phát thanh 6 buổi tuyên truyền chuyển đổi số', { kind: 'news', items: 6 }],
    ['ra quan don ve sinh duong lang 80 nguoi tham gia', { kind: 'joint-work', attendees: 80 }],
    [
      'Chủ nhật vừa rồi hội nghị tuyên truyền pháp luật, 150 lượt người dự',
      { kind: 'propaganda-meeting', attendees: 150 },
      '2026-03-15',
    ],
    [
      '[Chuyển tiếp] Kính gửi các đồng chí.\nTối qua chi hội phụ nữ tổ chức tuyên truyền phòng cháy, 45 hội viên dự. Trân trọng',
      { attendees: 45 },
      '2026-03-17',
    ],
  ),
  ...of(
    'village-meetings',
    [
      'Họp dân thôn Đông Ngoại 318 hộ, 250 hộ dự, 230 hộ đồng ý đóng góp làm đường',
      { village: 'Thôn Đông Ngoại', households: 318, represented: 250 },
    ],
    [
      'toi qua hop to dan pho so 3, tong so 140 ho, 112 ho du',
      { village: 'Tổ dân phố số 3', households: 140, represented: 112 },
      '2026-03-17',
    ],
    ['Họp thôn theo cụm dân cư ở Thôn Phú Thọ, 3 cụm', { village: 'Thôn Phú Thọ', form: 'clusters', clusters: 3 }],
  ),
  ...of('village-meetings', [
    '19h30 toi 15/3 thon dong ngoai hop dan ban lam duong be tong, du 98/120 ho, 95 ho nhat tri',
    { village: 'Thôn Đông Ngoại', households: 120, represented: 98 },
    '2026-03-15',
  ]),
  ...of('welfare', [
    'Kính gửi đ/c Bí thư. Hôm nay đoàn phường đến thăm, tặng 20 suất quà cho các cháu học sinh vượt khó, mỗi suất 300.000đ, tổng 6.000.000đ',
    { parcels: 20, value: 6_000_000, recipients: 'children' },
  ]),
  ...of('activities', [
    'Sáng 14/3 tuyên truyền an toàn giao thông tại trường, 200 em dự',
    { kind: 'propaganda-meeting', attendees: 200 },
    '2026-03-14',
  ]),
  ...of(
    'contributions',
    [
      'Nhân dân hiến 120 m2 đất, 42 triệu đồng, 25 ngày công làm đường',
      { land: 120, money: 42_000_000, labourDays: 25 },
    ],
    [
      'ba con thon Dong Ngoai gop cong 60 ngay cong va gop tien 18,5 trieu',
      { village: 'Thôn Đông Ngoại', labourDays: 60, money: 18_500_000 },
    ],
    [
      '12 hộ hiến đất mở rộng ngõ ở TDP Hòa Trung, 85 m²',
      { village: 'Tổ dân phố Hòa Trung', households: 12, land: 85 },
    ],
  ),
  ...of(
    'disclosures',
    ['Niêm yết công khai thủ tục hành chính tại trụ sở UBND từ ngày 1/3', { item: 'procedures' }, '2026-03-01'],
    ['cong khai ngan sach quy 1, phat loa 3 ngay lien tuc', { item: 'budget', loudspeakerDays: 3 }],
  ),
  ...of(
    'consultations',
    [
      'Lấy ý kiến Nhân dân về dự thảo quy hoạch sử dụng đất, kết thúc lấy ý kiến ngày 15/4/2026',
      { closeOn: '2026-04-15' },
    ],
    ['gop y du thao ke hoach phat trien kinh te xa hoi qua phieu lay y kien', { kind: 'development-plan' }],
  ),
  ...of(
    'village-conventions',
    [
      'Công nhận hương ước thôn Đông Ngoại, 32 điều',
      { village: 'Thôn Đông Ngoại', kind: 'village-convention', articles: 32 },
    ],
    ['sua doi quy uoc to dan pho so 3, co noi dung ve sinh moi truong', { village: 'Tổ dân phố số 3' }],
  ),
  ...of(
    'public-works',
    [
      'Khánh thành đường bê tông thôn Đông Ngoại dài 1,2 km, ngân sách nhà nước 300 triệu, nhân dân đóng góp 120 triệu',
      { village: 'Thôn Đông Ngoại', length: 1200, stateMoney: 300_000_000, peopleMoney: 120_000_000 },
    ],
    [
      'Khởi công nhà văn hóa TDP số 3, diện tích 250 m2',
      { kind: 'culture-house', village: 'Tổ dân phố số 3', area: 250 },
    ],
    ['lap camera an ninh o TDP so 3, 12 camera', { kind: 'camera', items: 12 }],
  ),
  ...of(
    'commendations',
    [
      'Đề nghị khen thưởng tập thể Chi hội Phụ nữ, giấy khen, về dân vận khéo',
      { winner: 'collective', form: 'certificate-of-merit', subject: 'dvk' },
    ],
    [
      'Tờ trình số 21/TTr-UBND ngày 16/3/2026 đề nghị khen bằng khen cấp tỉnh cho cá nhân',
      { winner: 'individual', form: 'provincial-certificate', proposal: '21/TTr-UBND ngày 16/3/2026' },
    ],
  ),
  ...of(
    'directives',
    [
      'Nhận văn bản chỉ đạo: Chỉ thị số 05-CT/TU ngày 9/3/2026 về công tác dân vận',
      { paper: '05-CT/TU ngày 9/3/2026', kind: 'directive' },
    ],
    ['trien khai chi thi so 12-CT/TU ve quy che dan chu o co so', { paper: '12-CT/TU', subject: 'qcdc' }],
  ),
  ...of(
    'conferences',
    [
      'Sáng mai hội nghị giao ban công tác dân vận, mời 40 đại biểu, 5 điểm cầu trực tuyến',
      { kind: 'briefing', subjects: ['dan-van'], invited: 40, onlinePoints: 5 },
      '2026-03-19',
    ],
    [
      'hoi nghi so ket 6 thang quy che dan chu, 60 dai bieu',
      { kind: 'interim-review', subjects: ['qcdc'], invited: 60 },
    ],
  ),
  ...of(
    'tasks',
    ['Giao nhiệm vụ cho Ban công tác Mặt trận rà soát quy ước, hạn hoàn thành 30/4/2026', { dueBy: '2026-04-30' }],
    [
      'giao viec theo thong bao so 18-TB/DU, yeu cau hoan thanh truoc ngay 25/3',
      { basis: '18-TB/DU', dueBy: '2026-03-25' },
    ],
  ),
  ...of(
    'programmes',
    ['Ký kết chương trình phối hợp với Ban Chỉ huy quân sự, 6 nhiệm vụ', { tasks: 6 }],
    ['ky chuong trinh phoi hop giua mat tran va cong an phuong, 4 nhiem vu', { tasks: 4 }],
  ),
]
