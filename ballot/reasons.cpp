#include "ballot/reasons.h"

#include "crypto/ensure.h"

namespace minhtin {

Refused<Rejection> refuse(Reject why, std::string where) {
    return Refused{Rejection{why, std::move(where)}};
}

Rejection within(std::string_view outer, Rejection inner) {
    std::string where(outer);
    if (!inner.where.empty()) where += ": " + inner.where;
    return {inner.reason, std::move(where)};
}

RejectText sentence(Reject reason) {
    switch (reason) {
        case Reject::json_syntax:
            return {"json-syntax", "Dữ liệu không phải là JSON đúng.", "The data are not valid JSON."};
        case Reject::json_duplicate_field:
            return {"json-duplicate-field", "Một trường xuất hiện hai lần.", "A field occurs twice."};
        case Reject::json_too_large:
            return {"json-too-large", "Dữ liệu quá dài hoặc lồng quá sâu.",
                    "The data are too long or nested too deeply."};
        case Reject::field_missing:
            return {"field-missing", "Thiếu một trường bắt buộc.", "A required field is missing."};
        case Reject::field_type:
            return {"field-type", "Một trường có kiểu hoặc độ dài không đúng.",
                    "A field has the wrong type or length."};
        case Reject::not_canonical:
            return {"not-canonical", "Dữ liệu không được viết theo cách duy nhất đã quy định.",
                    "The data are not written in the one prescribed way."};
        case Reject::element_syntax:
            return {"element-syntax", "Một phần tử nhóm không gồm đúng 64 chữ số hệ 16 viết thường.",
                    "A group element is not exactly 64 lower-case hexadecimal digits."};
        case Reject::element_not_canonical:
            return {"element-not-canonical",
                    "Một phần tử nhóm được mã hóa theo cách khác với cách duy nhất được phép.",
                    "A group element is not in its only permitted encoding."};
        case Reject::element_not_in_group:
            return {"element-not-in-group", "Một điểm không thuộc nhóm.",
                    "A point is not a member of the group."};
        case Reject::element_identity:
            return {"element-identity", "Phần tử trung hòa không được dùng làm khóa.",
                    "The neutral element must not be a key."};
        case Reject::scalar_syntax:
            return {"scalar-syntax", "Một số không ở dạng thập phân chuẩn hoặc vượt bậc của nhóm.",
                    "A number is not plain decimal, or not below the order of the group."};
        case Reject::weight_range:
            return {"weight-range", "Trọng số không đúng dạng hoặc quá lớn.",
                    "A weight is malformed or too large."};
        case Reject::weight_too_large:
            return {"weight-too-large", "Trọng số hoặc tổng trọng số lớn hơn mức cho phép.",
                    "A weight, or the total weight, is larger than permitted."};
        case Reject::archive_truncated:
            return {"archive-truncated", "Tệp lưu trữ bị cắt cụt.", "The archive is cut short."};
        case Reject::archive_header:
            return {"archive-header", "Một khối đầu trong tệp lưu trữ không đúng từng byte.",
                    "A header block of the archive is not byte for byte as it must be."};
        case Reject::archive_padding:
            return {"archive-padding", "Phần đệm trong tệp lưu trữ khác 0.",
                    "Padding in the archive is not zero."};
        case Reject::archive_too_large:
            return {"archive-too-large", "Một tệp bên trong lớn hơn mức cho phép.",
                    "A file inside is larger than permitted."};
        case Reject::archive_start:
            return {"archive-start", "Tệp đầu tiên không phải là phần mở đầu BELENIOS đúng.",
                    "The first file is not a proper BELENIOS header."};
        case Reject::archive_name:
            return {"archive-name", "Tên một tệp bên trong không đúng dạng.",
                    "The name of a file inside is malformed."};
        case Reject::archive_hash:
            return {"archive-hash", "Nội dung một tệp không khớp với mã băm là tên của nó.",
                    "The content of a file does not have the hash that is its name."};
        case Reject::archive_repeated:
            return {"archive-repeated", "Cùng một dữ liệu có hai lần trong tệp lưu trữ.",
                    "The same data are in the archive twice."};
        case Reject::archive_tail:
            return {"archive-tail", "Sau sự kiện cuối cùng còn dữ liệu thừa.",
                    "There are data after the last event."};
        case Reject::archive_empty:
            return {"archive-empty", "Tệp lưu trữ không có sự kiện nào.", "The archive has no events."};
        case Reject::not_a_continuation:
            return {"not-a-continuation",
                    "Tệp này không phải là phần tiếp nối của bản cũ: lịch sử đã bị thay đổi.",
                    "This archive does not continue the older copy: history was changed."};
        case Reject::event_type:
            return {"event-type", "Loại sự kiện không biết hoặc không được hỗ trợ.",
                    "The type of an event is unknown or not supported."};
        case Reject::event_order:
            return {"event-order", "Sự kiện này không được phép đứng sau sự kiện trước.",
                    "This event may not follow the one before it."};
        case Reject::event_parent:
            return {"event-parent", "Sự kiện không nối vào sự kiện ngay trước nó.",
                    "An event does not point to the one before it."};
        case Reject::event_height:
            return {"event-height", "Số thứ tự của sự kiện không đúng.", "The height of an event is wrong."};
        case Reject::event_data:
            return {"event-data", "Số dữ liệu kèm theo sự kiện không đúng.",
                    "An event comes with the wrong number of data."};
        case Reject::event_payload:
            return {"event-payload", "Sự kiện không chỉ đến dữ liệu ngay trước nó.",
                    "An event does not name the data before it."};
        case Reject::setup_data:
            return {"setup-data", "Dữ liệu thiết lập không chỉ đúng các tệp đứng trước nó.",
                    "The setup data do not name the files before them."};
        case Reject::election_version:
            return {"election-version", "Phiên bản mật mã của cuộc bỏ phiếu không được hỗ trợ.",
                    "The election's cryptographic version is not supported."};
        case Reject::election_group:
            return {"election-group", "Nhóm mật mã của cuộc bỏ phiếu không được hỗ trợ.",
                    "The election's group is not supported."};
        case Reject::election_uuid:
            return {"election-uuid", "Mã cuộc bỏ phiếu phải có ít nhất 14 ký tự Base58.",
                    "The election's uuid must be at least 14 Base58 characters."};
        case Reject::election_question:
            return {"election-question", "Một câu hỏi không hợp lệ hoặc không được hỗ trợ.",
                    "A question is invalid or not supported."};
        case Reject::question_limits:
            return {"question-limits", "Số ô được chọn của một câu hỏi vượt mức cho phép.",
                    "A question allows more marks than permitted."};
        case Reject::election_key:
            return {"election-key", "Khóa của cuộc bỏ phiếu không phải là tích các khóa của ban kiểm phiếu.",
                    "The election's key is not the product of the trustees' keys."};
        case Reject::profile_unknown:
            return {"profile-unknown", "Cuộc bỏ phiếu theo một bộ quy tắc mà chương trình này chưa biết.",
                    "The election follows a profile that this program does not know."};
        case Reject::credential_entry:
            return {"credential-entry",
                    "Một dòng trong danh sách mã phiếu công khai không đúng dạng (không được có tên).",
                    "An entry of the public credentials is malformed (names must not be there)."};
        case Reject::credential_duplicate:
            return {"credential-duplicate", "Một mã phiếu có hai lần trong danh sách.",
                    "A credential is in the list twice."};
        case Reject::trustees_kind:
            return {"trustees-kind", "Danh sách người giữ khóa rỗng hoặc có loại không biết.",
                    "The list of trustees is empty or has an unknown kind."};
        case Reject::trustees_threshold:
            return {"trustees-threshold", "Ngưỡng hoặc số người giữ khóa không hợp lệ.",
                    "The threshold or the number of trustees is invalid."};
        case Reject::trustees_groups:
            return {"trustees-groups", "Có nhiều hơn một nhóm người giữ khóa.",
                    "There is more than one group of trustees."};
        case Reject::trustee_repeated:
            return {"trustee-repeated", "Hai người giữ khóa có cùng một khóa.",
                    "Two trustees have the same key."};
        case Reject::trustee_proof:
            return {"trustee-proof", "Chứng minh sở hữu khóa của một người giữ khóa không đúng.",
                    "A trustee's proof of knowing the key does not hold."};
        case Reject::certificate_context:
            return {"certificate-context", "Chứng nhận không thuộc đúng nhóm, số người, ngưỡng hay thứ tự.",
                    "A certificate is for another group, size, threshold or index."};
        case Reject::certificate_signature:
            return {"certificate-signature", "Chữ ký của một chứng nhận không đúng.",
                    "The signature of a certificate does not hold."};
        case Reject::certificate_commitment:
            return {"certificate-commitment", "Chứng nhận không cam kết trước các hệ số của người giữ khóa.",
                    "A certificate does not commit to its trustee's coefficients."};
        case Reject::coefficients_signature:
            return {"coefficients-signature", "Chữ ký trên các hệ số không đúng.",
                    "The signature on the coefficients does not hold."};
        case Reject::coefficients_commitment:
            return {"coefficients-commitment", "Các hệ số khác với cam kết trong chứng nhận.",
                    "The coefficients are not the ones the certificate committed to."};
        case Reject::certificates_signature:
            return {"certificates-signature",
                    "Chữ ký của một người giữ khóa trên tất cả chứng nhận không đúng.",
                    "A trustee's signature on all certificates does not hold."};
        case Reject::verification_key:
            return {"verification-key", "Khóa kiểm tra của một người không phải là khóa mà các hệ số cho ra.",
                    "A verification key is not the one that the coefficients give."};
        case Reject::verification_key_signature:
            return {"verification-key-signature", "Chữ ký trên khóa kiểm tra không đúng.",
                    "The signature on a verification key does not hold."};
        case Reject::ballot_uuid:
            return {"ballot-uuid", "Phiếu mang mã của một cuộc bỏ phiếu khác.",
                    "The ballot names another election."};
        case Reject::ballot_election:
            return {"ballot-election", "Phiếu mang dấu vân tay của một cuộc bỏ phiếu khác.",
                    "The ballot carries another election's fingerprint."};
        case Reject::credential_unknown:
            return {"credential-unknown", "Mã phiếu không có trong danh sách.",
                    "The credential is not on the list."};
        case Reject::ballot_signature_hash:
            return {"ballot-signature-hash", "Mã băm trong chữ ký không phải của phiếu này.",
                    "The hash in the signature is not this ballot's."};
        case Reject::ballot_signature:
            return {"ballot-signature", "Chữ ký của phiếu không đúng.",
                    "The ballot's signature does not hold."};
        case Reject::ballot_shape:
            return {"ballot-shape", "Số câu trả lời, lựa chọn hoặc chứng minh không khớp với câu hỏi.",
                    "The number of answers, choices or proofs does not fit the questions."};
        case Reject::individual_proof:
            return {"individual-proof", "Chứng minh rằng một ô là 0 hoặc 1 không đúng.",
                    "The proof that a choice is 0 or 1 does not hold."};
        case Reject::overall_proof:
            return {"overall-proof", "Chứng minh về số ô được chọn không đúng.",
                    "The proof of how many choices are marked does not hold."};
        case Reject::blank_proof:
            return {"blank-proof", "Chứng minh về phiếu trắng không đúng.",
                    "The proof about a blank vote does not hold."};
        case Reject::ballot_repeated:
            return {"ballot-repeated", "Cùng một phiếu được ghi hai lần.",
                    "The same ballot was recorded twice."};
        case Reject::tally_wrong:
            return {"tally-wrong", "Tổng mã hóa không phải là tổng của các phiếu được đếm.",
                    "The encrypted tally is not the sum of the counted ballots."};
        case Reject::tally_name:
            return {"tally-name", "Bản tổng kèm số phiếu không chỉ đúng tổng mã hóa.",
                    "The sized tally does not name the encrypted tally."};
        case Reject::tally_count:
            return {"tally-count", "Số phiếu hoặc tổng trọng số ghi trong tổng không đúng.",
                    "The number of ballots or the total weight in the tally is wrong."};
        case Reject::share_name:
            return {"share-name", "Bản giải mã không chỉ đúng phần giải mã đứng trước nó.",
                    "The owned decryption does not name the decryption before it."};
        case Reject::share_owner:
            return {"share-owner", "Phần giải mã mang số của một người không có.",
                    "A decryption belongs to a trustee who does not exist."};
        case Reject::share_repeated:
            return {"share-repeated", "Một người giữ khóa nộp hai phần giải mã.",
                    "A trustee has two decryptions."};
        case Reject::share_shape:
            return {"share-shape", "Phần giải mã không có đúng số ô của tổng mã hóa.",
                    "A decryption does not have the shape of the tally."};
        case Reject::decryption_proof:
            return {"decryption-proof", "Chứng minh giải mã đúng không hợp lệ.",
                    "A proof of right decryption does not hold."};
        case Reject::strong_proof_missing:
            return {"strong-proof-missing", "Thiếu chứng minh giải mã ràng buộc với tổng mã hóa.",
                    "The decryption proofs that bind the tally are missing."};
        case Reject::strong_proof:
            return {"strong-proof", "Chứng minh giải mã ràng buộc với tổng mã hóa không hợp lệ.",
                    "A decryption proof that binds the tally does not hold."};
        case Reject::shares_missing:
            return {"shares-missing", "Chưa đủ phần giải mã hợp lệ để có kết quả.",
                    "There are not enough valid decryptions for a result."};
        case Reject::shares_inconsistent:
            return {"shares-inconsistent", "Các phần giải mã mâu thuẫn với nhau.",
                    "The decryptions contradict each other."};
        case Reject::result_shape:
            return {"result-shape", "Kết quả không có đúng số ô của tổng.",
                    "The result does not have the shape of the tally."};
        case Reject::result_wrong:
            return {"result-wrong", "Kết quả không phải là nội dung của tổng mã hóa.",
                    "The result is not what the encrypted tally holds."};
        case Reject::result_too_large:
            return {"result-too-large", "Một con số trong kết quả lớn hơn tổng số phiếu.",
                    "A number in the result is above the total weight."};
        case Reject::ceremony_size:
            return {"ceremony-size", "Số thông điệp không bằng số người giữ khóa.",
                    "There is not one message for each trustee."};
        case Reject::not_my_certificate:
            return {"not-my-certificate", "Chứng nhận ở vị trí này không phải của khóa đang dùng.",
                    "The certificate at this place does not belong to the key in use."};
        case Reject::certificates_changed:
            return {"certificates-changed",
                    "Danh sách chứng nhận của ban đã khác với lần trao đổi trước. Không trao đổi lại với "
                    "cùng một phần khóa.",
                    "The members' certificates are not those of the exchange before. One key share is never "
                    "exchanged twice."};
        case Reject::channel_message:
            return {"channel-message", "Không giải mã được thông điệp riêng.",
                    "A private message cannot be decrypted."};
        case Reject::channel_signature:
            return {"channel-signature", "Chữ ký của thông điệp riêng không đúng.",
                    "The signature of a private message does not hold."};
        case Reject::channel_recipient:
            return {"channel-recipient", "Thông điệp riêng gửi cho người khác.",
                    "A private message is addressed to somebody else."};
        case Reject::secret_share:
            return {"secret-share", "Phần bí mật nhận được không khớp với các hệ số đã công bố.",
                    "A secret share does not fit the published coefficients."};
        case Reject::polynomial_changed:
            return {"polynomial-changed", "Đa thức gửi lại không phải là đa thức của khóa này.",
                    "The returned polynomial is not the one of this key."};
        case Reject::key_file_format:
            return {"key-file-format", "Tệp khóa không đúng dạng.", "The key file is malformed."};
        case Reject::key_file_passphrase:
            return {"key-file-passphrase", "Mật khẩu sai, hoặc tệp khóa đã bị thay đổi.",
                    "The passphrase is wrong, or the key file was changed."};
        case Reject::key_file_other:
            return {"key-file-other", "Tệp khóa thuộc cuộc bỏ phiếu hoặc người khác, hoặc chưa hoàn chỉnh.",
                    "The key file belongs to another election or trustee, or is not complete."};
        case Reject::profile_plain:
            return {"profile-plain", "Cuộc bỏ phiếu không theo bộ quy tắc chặt của Minh Tín.",
                    "The election does not follow Minh Tín's stricter profile."};
        case Reject::too_few_ballots:
            return {
                "too-few-ballots", "Có ít hơn 5 lá phiếu: không kiểm, vì dễ nhận ra phiếu của từng người.",
                "There are fewer than 5 ballots: they are not counted, as single votes could be recognised."};
        case Reject::box_not_confirmed:
            return {"box-not-confirmed",
                    "Chưa xác nhận rằng số phiếu và dấu của kho phiếu giống như trên màn hình của chủ trì.",
                    "Nobody confirmed that the number of ballots and the mark of the box are the same as on "
                    "the chair's "
                    "screen."};
        case Reject::plain_vote:
            return {"plain-vote", "Lựa chọn không hợp với câu hỏi.", "The choices do not fit the questions."};
    }
    ENSURE(!"a reason outside the list");
    return {};
}

}  // namespace minhtin
