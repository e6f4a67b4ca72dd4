// Four plain words for the first 32 bits of a hash, so that people can compare and read aloud. Two syllables each,
// and different from each other even without their marks. The order is part of the format: never change it.
const WORDS = `
cây lúa, dòng sông, chim én, bình minh, hoa sen, cánh đồng, con trâu, mái nhà, bờ đê, giếng nước, sân đình, cầu tre, bến đò, ruộng bậc, nương chè, vườn cam,
quả bưởi, trái ổi, quả na, trái xoài, quả dừa, trái mít, quả khế, trái vải, quả nhãn, quả cau, lá trầu, lá chuối, cây đa, cây tre, cây thông, cây bàng,
hoa mai, hoa đào, hoa cúc, hoa hồng, hoa lan, hoa nhài, hoa ban, hoa sữa, hoa phượng, hoa gạo, hoa súng, hoa bưởi, hoa cải, hoa mận, cỏ may, rau muống,
rau cải, rau ngót, rau dền, củ khoai, củ sắn, củ gừng, củ nghệ, củ hành, hạt thóc, hạt ngô, hạt đỗ, hạt vừng, hạt tiêu, hạt sen, hạt dẻ, cơm nếp,
xôi gấc, bánh chưng, bánh dày, bánh cuốn, bún riêu, phở bò, chả giò, nem rán, canh chua, cá kho, tôm rim, cua đồng, ốc bươu, cá chép, cá rô, cá trắm,
con gà, con vịt, con ngan, con ngỗng, con bò, con dê, con ngựa, con voi, con hươu, con nai, con thỏ, con sóc, con mèo, con cò, con vạc, con công,
chim sẻ, chim sáo, chim sâu, bồ câu, đại bàng, chuồn chuồn, bươm bướm, con ong, con kiến, con tằm, con ve, đom đóm, con rùa, con ếch, cá heo, mặt trời,
mặt trăng, ngôi sao, đám mây, cơn mưa, cơn gió, cầu vồng, sương mai, nắng sớm, tia chớp, bầu trời, chân trời, hoàng hôn, mùa xuân, mùa hạ, mùa thu, mùa đông,
ngọn núi, quả đồi, con suối, thác nước, hồ nước, biển xanh, bãi cát, hòn đảo, hang đá, rừng thông, đồng cỏ, thảo nguyên, thung lũng, con đường, ngã ba, cây cầu,
con thuyền, chiếc bè, mái chèo, cánh buồm, mỏ neo, hải đăng, bến cảng, toa tàu, nhà ga, xe đạp, xe ngựa, máy cày, máy bơm, cối xay, cái cuốc, cái liềm,
cái cày, cái bừa, cái nong, cái nia, cái rổ, cái thúng, đòn gánh, cái gáo, chum nước, nồi đất, bếp lửa, bó củi, ống khói, khung cửi, guồng nước, bàn gỗ,
ghế mây, giường tre, tủ sách, giá sách, bút chì, bút mực, quyển vở, trang giấy, phong thư, con tem, bản đồ, thước kẻ, bảng đen, viên phấn, cặp sách, trống đồng,
đàn bầu, đàn tranh, sáo trúc, cồng chiêng, khèn lá, câu hò, điệu múa, bài thơ, bức tranh, lá cờ, đèn lồng, đèn kéo, con diều, con quay, quả bóng, áo dài,
nón lá, khăn rằn, guốc mộc, áo tơi, đôi dép, chiếc ô, chiếc nhẫn, vòng bạc, tấm lụa, sợi tơ, sợi bông, kim chỉ, cúc áo, chăn bông, gối mềm, cổng làng,
đình làng, phiên chợ, quán nước, lũy tre, ao sen, bờ giậu, hàng rào, sân gạch, thềm nhà, cửa sổ, mái ngói, mái tranh, bức tường, viên gạch, hòn đá, trà xanh,
cà phê, mật ong, đường phèn, muối biển, nước mắm, gạo tám, gạo nếp, đậu phụ, tương bần, dưa cà, măng tre, nấm hương, mộc nhĩ, lá dong, lạt giang, than đá
`
  .trim()
  .split(/,\s+/);

export const trackerWordList: readonly string[] = WORDS;

/** `hash`: at least 8 hexadecimal digits. */
export const trackerWords = (hash: string): string[] =>
  [0, 2, 4, 6].map((i) => WORDS[parseInt(hash.slice(i, i + 2), 16)]!);
