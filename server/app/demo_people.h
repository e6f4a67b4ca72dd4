#pragma once
// The invented people of the demo organisation, as an office would bring them in. Nobody of this list exists.
#include <string_view>

namespace minhtin {

inline constexpr std::string_view demo_people =
    R"csv(Mã;Họ và tên;Ngày sinh;Đơn vị;Chức vụ;Chức vụ chính;Cấp ủy nơi cư trú;Phường/xã
DT01;Nguyễn Văn Thử Một;1/1/1966;Đảng bộ Cơ quan Mẫu / Văn phòng Mẫu;Chánh Văn phòng;;Chi bộ tổ dân phố Thử 1;Phường Mẫu Đông
DT02;Trần Thị Thử Hai;2/2/1967;Đảng bộ Cơ quan Mẫu / Văn phòng Mẫu;Phó Chánh Văn phòng;;Chi bộ tổ dân phố Thử 2;Phường Mẫu Tây
DT03;Lê Văn Thử Ba;3/3/1968;Đảng bộ Cơ quan Mẫu / Văn phòng Mẫu;Chuyên viên;;Chi bộ thôn Thử 3;Xã Mẫu Nam
DT04;Phạm Thị Thử Bốn;4/4/1969;Đảng bộ Cơ quan Mẫu / Văn phòng Mẫu;Chuyên viên;;Chi bộ tổ dân phố Thử 1;Phường Mẫu Đông
DT05;Hoàng Văn Thử Năm;5/5/1970;Đảng bộ Cơ quan Mẫu / Văn phòng Mẫu;Kế toán;;Chi bộ tổ dân phố Thử 2;Phường Mẫu Tây
DT06;Huỳnh Thị Thử Sáu;6/6/1971;Đảng bộ Cơ quan Mẫu / Văn phòng Mẫu;Văn thư;;Chi bộ thôn Thử 3;Xã Mẫu Nam
DT07;Phan Văn Thử Bảy;7/7/1972;Đảng bộ Cơ quan Mẫu / Chi bộ Mẫu Một;Bí thư chi bộ, Trưởng phòng;x;Chi bộ tổ dân phố Thử 1;Phường Mẫu Đông
DT07;;;Đảng bộ Cơ quan Mẫu;Ủy viên Ban Chấp hành;;;
DT08;Vũ Thị Thử Tám;8/8/1973;Đảng bộ Cơ quan Mẫu / Chi bộ Mẫu Một;Phó Bí thư chi bộ, Phó Trưởng phòng;;Chi bộ tổ dân phố Thử 2;Phường Mẫu Tây
DT09;Võ Văn Thử Chín;9/9/1974;Đảng bộ Cơ quan Mẫu / Chi bộ Mẫu Một;Chi ủy viên;;Chi bộ thôn Thử 3;Xã Mẫu Nam
DT10;Đặng Thị Thử Mười;10/10/1975;Đảng bộ Cơ quan Mẫu / Chi bộ Mẫu Một;Chuyên viên;;Chi bộ tổ dân phố Thử 1;Phường Mẫu Đông
DT11;Bùi Văn Thử Mười Một;11/11/1976;Đảng bộ Cơ quan Mẫu / Chi bộ Mẫu Một;Chuyên viên;;Chi bộ tổ dân phố Thử 2;Phường Mẫu Tây
DT12;Đỗ Thị Thử Mười Hai;12/12/1977;Đảng bộ Cơ quan Mẫu / Chi bộ Mẫu Một;Chuyên viên;;Chi bộ thôn Thử 3;Xã Mẫu Nam
DT13;Hồ Văn Thử Mười Ba;13/1/1978;Đảng bộ Cơ quan Mẫu / Chi bộ Mẫu Hai;Bí thư chi bộ, Trưởng phòng;;Chi bộ tổ dân phố Thử 1;Phường Mẫu Đông
DT14;Ngô Thị Thử Mười Bốn;14/2/1979;Đảng bộ Cơ quan Mẫu / Chi bộ Mẫu Hai;Phó Bí thư chi bộ, Phó Trưởng phòng;;Chi bộ tổ dân phố Thử 2;Phường Mẫu Tây
DT15;Dương Văn Thử Mười Lăm;15/3/1980;Đảng bộ Cơ quan Mẫu / Chi bộ Mẫu Hai;Chi ủy viên;;Chi bộ thôn Thử 3;Xã Mẫu Nam
DT16;Lý Thị Thử Mười Sáu;16/4/1981;Đảng bộ Cơ quan Mẫu / Chi bộ Mẫu Hai;Chuyên viên;;Chi bộ tổ dân phố Thử 1;Phường Mẫu Đông
DT17;Đinh Văn Thử Mười Bảy;17/5/1982;Đảng bộ Cơ quan Mẫu / Chi bộ Mẫu Hai;Chuyên viên;;Chi bộ tổ dân phố Thử 2;Phường Mẫu Tây
DT18;Mai Thị Thử Mười Tám;18/6/1983;Đảng bộ Cơ quan Mẫu / Chi bộ Mẫu Hai;Chuyên viên;;Chi bộ thôn Thử 3;Xã Mẫu Nam
DT19;Trịnh Văn Thử Mười Chín;19/7/1984;Đảng bộ Cơ quan Mẫu / Chi bộ Mẫu Ba;Bí thư chi bộ, Trưởng phòng;;Chi bộ tổ dân phố Thử 1;Phường Mẫu Đông
DT20;Đào Thị Thử Hai Mươi;20/8/1985;Đảng bộ Cơ quan Mẫu / Chi bộ Mẫu Ba;Phó Bí thư chi bộ, Phó Trưởng phòng;;Chi bộ tổ dân phố Thử 2;Phường Mẫu Tây
DT21;Cao Văn Thử Hai Mốt;21/9/1986;Đảng bộ Cơ quan Mẫu / Chi bộ Mẫu Ba;Chi ủy viên;;Chi bộ thôn Thử 3;Xã Mẫu Nam
DT22;Tạ Thị Thử Hai Hai;22/10/1987;Đảng bộ Cơ quan Mẫu / Chi bộ Mẫu Ba;Chuyên viên;;Chi bộ tổ dân phố Thử 1;Phường Mẫu Đông
DT23;Lương Văn Thử Hai Ba;23/11/1988;Đảng bộ Cơ quan Mẫu / Chi bộ Mẫu Ba;Chuyên viên;;Chi bộ tổ dân phố Thử 2;Phường Mẫu Tây
DT24;Thái Thị Thử Hai Bốn;24/12/1989;Đảng bộ Cơ quan Mẫu / Chi bộ Mẫu Ba;Chuyên viên;;Chi bộ thôn Thử 3;Xã Mẫu Nam
)csv";

}  // namespace minhtin
