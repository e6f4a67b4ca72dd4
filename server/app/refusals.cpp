#include "server/app/refusals.h"

namespace minhtin {

ReasonText describe(Reason reason) {
    switch (reason) {
        case Reason::bad_request:
            return {"bad-request", "Yêu cầu không đọc được.", "The request cannot be read."};
        case Reason::bad_json:
            return {"bad-json", "Nội dung gửi lên không phải JSON hợp lệ.", "The body is not valid JSON."};
        case Reason::field_missing:
            return {"field-missing", "Thiếu một mục bắt buộc.", "A required field is missing."};
        case Reason::field_invalid:
            return {"field-invalid", "Một mục có giá trị không hợp lệ.",
                    "A field has a value that is not valid."};
        case Reason::field_unknown:
            return {"field-unknown", "Có mục không nằm trong mẫu.",
                    "There is a field that does not belong here."};
        case Reason::not_found:
            return {"not-found", "Không tìm thấy.", "Not found."};
        case Reason::method_not_allowed:
            return {"method-not-allowed", "Địa chỉ này không nhận thao tác đó.",
                    "This address does not take that method."};
        case Reason::body_too_large:
            return {"body-too-large", "Nội dung gửi lên quá lớn.", "The body is too large."};
        case Reason::media_type:
            return {"media-type", "Nội dung gửi lên phải là application/json.",
                    "The body must be application/json."};
        case Reason::encoding_refused:
            return {"encoding-refused", "Không nhận nội dung nén.", "Compressed bodies are not taken."};
        case Reason::cross_site:
            return {"cross-site", "Yêu cầu đến từ một trang khác.", "The request comes from another site."};
        case Reason::too_many_requests:
            return {"too-many-requests", "Thử quá nhiều lần. Hãy chờ rồi thử lại.",
                    "Too many attempts. Wait, then try again."};
        case Reason::busy:
            return {"busy", "Máy chủ đang bận. Hãy thử lại sau giây lát.",
                    "The server is busy. Try again in a moment."};
        case Reason::internal_error:
            return {"internal-error", "Máy chủ gặp lỗi. Không có gì được ghi.",
                    "The server failed. Nothing was written."};
        case Reason::not_signed_in:
            return {"not-signed-in", "Chưa đăng nhập.", "Not signed in."};
        case Reason::not_allowed:
            return {"not-allowed", "Tài khoản này không được làm việc đó.", "This account may not do that."};
        case Reason::link_invalid:
            return {"link-invalid", "Đường dẫn mời không còn hiệu lực.",
                    "The invitation link is not valid any more."};
        case Reason::setup_done:
            return {"setup-done", "Hệ thống đã được thiết lập.", "The system is set up already."};
        case Reason::setup_token_wrong:
            return {"setup-token-wrong", "Mã thiết lập không đúng.", "The setup token is wrong."};
        case Reason::login_wrong:
            return {"login-wrong", "Tên đăng nhập hoặc mật khẩu không đúng.",
                    "The login or the password is wrong."};
        case Reason::login_taken:
            return {"login-taken", "Tên đăng nhập đã có người dùng.", "The login is taken."};
        case Reason::login_invalid:
            return {
                "login-invalid",
                "Tên đăng nhập gồm 3 đến 64 ký tự: chữ thường không dấu, số, dấu chấm, gạch dưới, gạch nối.",
                "A login has 3 to 64 characters: lower-case letters, digits, dot, underscore, hyphen."};
        case Reason::password_too_short:
            return {"password-too-short", "Mật khẩu phải có ít nhất 12 ký tự.",
                    "A password needs at least 12 characters."};
        case Reason::password_too_long:
            return {"password-too-long", "Mật khẩu dài quá 256 ký tự.",
                    "A password has at most 256 characters."};
        case Reason::password_guessable:
            return {"password-guessable",
                    "Mật khẩu dễ đoán: chứa tên đăng nhập, tên người, tên tổ chức hoặc một từ thường gặp.",
                    "The password is easy to guess: it holds the login, the name, the organisation or a "
                    "common word."};
        case Reason::password_wrong:
            return {"password-wrong", "Mật khẩu hiện tại không đúng.", "The present password is wrong."};
        case Reason::account_unknown:
            return {"account-unknown", "Không có tài khoản này.", "There is no such account."};
        case Reason::last_operator:
            return {"last-operator", "Phải còn ít nhất một tài khoản quản trị hoạt động.",
                    "At least one operator account must stay active."};
        case Reason::roles_missing:
            return {"roles-missing", "Tài khoản phải có ít nhất một vai trò.",
                    "An account needs at least one role."};
        case Reason::role_needs_person:
            return {"role-needs-person", "Vai trò đảng viên phải gắn với một người trong danh sách.",
                    "The member role must be bound to a person of the list."};
        case Reason::role_needs_committee:
            return {"role-needs-committee",
                    "Vai trò cấp ủy nơi cư trú phải gắn với một cấp ủy trong danh sách.",
                    "The residence role must be bound to a residence committee of the list."};
        case Reason::person_unknown:
            return {"person-unknown", "Không có người này trong danh sách.", "There is no such person."};
        case Reason::unit_unknown:
            return {"unit-unknown", "Không có đơn vị này.", "There is no such unit."};
        case Reason::committee_unknown:
            return {"committee-unknown", "Không có cấp ủy nơi cư trú này.",
                    "There is no such residence committee."};
        case Reason::import_has_problems:
            return {"import-has-problems", "Danh sách có lỗi; không có gì được ghi.",
                    "The list has problems; nothing was written."};
        case Reason::campaign_unknown:
            return {"campaign-unknown", "Không có đợt này.", "There is no such campaign."};
        case Reason::campaign_name_taken:
            return {"campaign-name-taken", "Năm này đã có đợt cùng tên.",
                    "There is a campaign of this name in this year."};
        case Reason::profile_unknown:
            return {"profile-unknown", "Không có hồ sơ quy định này.",
                    "There is no such regulation profile."};
        case Reason::no_people_in_tree:
            return {"no-people-in-tree", "Đơn vị này và các đơn vị dưới chưa có ai.",
                    "There are no people in this unit or below it."};
        case Reason::due_past:
            return {"due-past", "Hạn trả lời phải từ hôm nay trở đi.",
                    "The due day must not be in the past."};
        case Reason::request_person_twice:
            return {"request-person-twice", "Một người có hai lần trong danh sách xin nhận xét.",
                    "A person appears twice in the list of requests."};
        case Reason::no_residence_committee:
            return {"no-residence-committee", "Có người chưa ghi cấp ủy nơi cư trú.",
                    "Somebody has no residence committee."};
        case Reason::exempt_note_missing:
            return {"exempt-note-missing", "Miễn vì lý do khác thì phải ghi rõ lý do.",
                    "An exemption for another reason must say why."};
        case Reason::request_unknown:
            return {"request-unknown", "Không có đề nghị nhận xét này.",
                    "There is no such request for a remark."};
        case Reason::form_incomplete:
            return {"form-incomplete", "Phiếu còn mục bắt buộc chưa ghi.",
                    "A required field of the form is empty."};
        case Reason::form_invalid:
            return {"form-invalid", "Phiếu có mục không đúng mẫu.", "A field does not fit the form."};
        case Reason::signature_missing:
            return {"signature-missing", "Thiếu họ tên hoặc chức vụ người ký.",
                    "The name or the post of the one who signs is missing."};
        case Reason::record_unknown:
            return {"record-unknown", "Người này không có hồ sơ trong đợt này.",
                    "This person has no file in this campaign."};
        case Reason::file_damaged:
            return {"file-damaged",
                    "Hồ sơ này không khớp với chuỗi mã kiểm tra. Không ghi thêm gì; hãy báo quản trị để khôi "
                    "phục từ bản sao lưu.",
                    "This file does not match its chain of hashes. Nothing is added; the operator must "
                    "restore it from a backup."};
        case Reason::statement_invalid:
            return {"statement-invalid", "Số liệu ghi vào hồ sơ không đúng mẫu của mục.",
                    "What is stated does not fit the fields of the topic."};
        case Reason::no_rating_regulation:
            return {"no-rating-regulation",
                    "Không có quy định về xếp loại có hiệu lực vào cuối năm của đợt này.",
                    "No regulation about rating was in force at the end of this campaign's year."};
        case Reason::rejected:
            return {"rejected", "Nội dung không qua được kiểm tra.", "The content did not pass the checks."};
        case Reason::vote_unknown:
            return {"vote-unknown", "Không có cuộc lấy phiếu này.", "There is no such vote."};
        case Reason::vote_already_open:
            return {"vote-already-open", "Cuộc lấy phiếu đã mở; phần chuẩn bị không sửa được nữa.",
                    "The vote has been opened; its preparation cannot be changed any more."};
        case Reason::persons_missing:
            return {"persons-missing", "Danh sách lấy phiếu phải có từ 1 đến 100 người.",
                    "The list voted on must have 1 to 100 persons."};
        case Reason::person_twice:
            return {"person-twice", "Một người chỉ có tên một lần trong danh sách lấy phiếu.",
                    "A person appears only once on the list voted on."};
        case Reason::person_outside_campaign:
            return {"person-outside-campaign", "Người này không thuộc đợt này.",
                    "This person is not in the campaign."};
        case Reason::chair_unknown:
            return {"chair-unknown", "Người chủ trì phải là một tài khoản cấp ủy đang hoạt động.",
                    "The chair must be an active committee account."};
        case Reason::trustees_number:
            return {"trustees-number", "Ban kiểm phiếu phải có từ 3 đến 15 người, đủ họ tên.",
                    "The counting committee must have 3 to 15 members, each with a name."};
        case Reason::trustee_twice:
            return {"trustee-twice", "Một người chỉ có tên một lần trong ban kiểm phiếu.",
                    "A person appears only once in the counting committee."};
        case Reason::threshold_invalid:
            return {"threshold-invalid",
                    "Số người đủ để kiểm phiếu phải từ 2 đến dưới số thành viên ban kiểm phiếu.",
                    "The number of members who can count must be at least 2 and less than all."};
        case Reason::trustee_on_list:
            return {"trustee-on-list",
                    "Người có tên trong danh sách lấy phiếu không được ở trong ban kiểm phiếu.",
                    "Nobody on the list voted on may be in the counting committee."};
        case Reason::slips_number:
            return {"slips-number", "Số phiếu in phải từ 5 đến 100000.",
                    "The number of slips must be 5 to 100000."};
        case Reason::slips_registered:
            return {"slips-registered", "Phiếu đã được đăng ký; không thay được nữa.",
                    "The slips are registered; this cannot be changed any more."};
        case Reason::credentials_number:
            return {"credentials-number", "Số mã phải đúng bằng số phiếu in.",
                    "There must be exactly as many credentials as slips."};
        case Reason::attendance_order:
            return {"attendance-order", "Phải có: số phát ra ≤ số có mặt ≤ số triệu tập.",
                    "It must hold that issued ≤ present ≤ summoned."};
        case Reason::attendance_over_slips:
            return {"attendance-over-slips", "Số phát ra không được vượt số phiếu in.",
                    "No more slips can be issued than were printed."};
        case Reason::attendance_shrinks:
            return {"attendance-shrinks",
                    "Sau khi mở, số triệu tập giữ nguyên; số có mặt và số phát ra chỉ được tăng.",
                    "After the opening the number summoned stays; present and issued may only grow."};
        case Reason::not_the_chair:
            return {"not-the-chair", "Chỉ người chủ trì cuộc lấy phiếu làm được việc này.",
                    "Only the chair of this vote can do that."};
        case Reason::not_your_step:
            return {"not-your-step", "Chưa đến bước này, hoặc bước này đã qua.",
                    "It is not the time for this step."};
        case Reason::message_differs:
            return {"message-differs", "Bước này đã được gửi với nội dung khác.",
                    "This step was handed in already with another content."};
        case Reason::drill_unknown:
            return {"drill-unknown", "Lần thử mở khóa này không có hoặc đã dùng. Hãy bắt đầu lại.",
                    "This drill does not exist or was used. Start again."};
        case Reason::drill_failed:
            return {"drill-failed", "Thử mở khóa không đúng: tệp khóa không phải của phần khóa này.",
                    "The drill failed: the key file does not hold this share."};
        case Reason::keys_missing:
            return {"keys-missing", "Chưa đủ khóa của ban kiểm phiếu.",
                    "The counting committee's keys are not complete."};
        case Reason::drill_missing:
            return {"drill-missing", "Chưa đủ thành viên ban kiểm phiếu thử mở khóa.",
                    "Not every member of the counting committee has passed the drill."};
        case Reason::slips_missing:
            return {"slips-missing", "Tổ phát phiếu chưa đăng ký phiếu.", "The slips are not registered."};
        case Reason::attendance_missing:
            return {"attendance-missing", "Chưa có số triệu tập, có mặt, phát ra.",
                    "The numbers summoned, present and issued are missing."};
        case Reason::no_quorum:
            return {"no-quorum", "Chưa đủ số người có mặt theo quy định.",
                    "There are not enough people present."};
        case Reason::vote_not_open:
            return {"vote-not-open", "Cuộc lấy phiếu chưa mở.", "The vote is not open."};
        case Reason::vote_closed:
            return {"vote-closed", "Cuộc lấy phiếu đã đóng.", "The vote is closed."};
        case Reason::too_few_ballots:
            return {"too-few-ballots",
                    "Mới có ít hơn 5 lá phiếu: chưa thể đóng, vì kết quả sẽ để lộ phiếu của từng người.",
                    "There are fewer than 5 ballots: the vote cannot be closed, as the result would show "
                    "single votes."};
        case Reason::too_few_counted:
            return {"too-few-counted",
                    "Phiếu kín dưới 5 lá: không ghi số phiếu vào hồ sơ, vì dễ nhận ra phiếu của từng người.",
                    "A secret vote of fewer than 5 ballots: its counts do not go into the record, as single "
                    "votes "
                    "could be recognised."};
        case Reason::collected_over_issued:
            return {"collected-over-issued",
                    "Số phiếu thu về nhiều hơn số phát ra. Hãy kiểm tra và sửa số phát ra.",
                    "More ballots were collected than issued. Check and correct the number issued."};
        case Reason::vote_not_closed:
            return {"vote-not-closed", "Cuộc lấy phiếu chưa đóng.", "The vote is not closed."};
        case Reason::shares_missing:
            return {"shares-missing", "Chưa đủ phần mở khóa của ban kiểm phiếu.",
                    "Not enough members of the counting committee have handed in their shares."};
        case Reason::vote_not_counted:
            return {"vote-not-counted", "Cuộc lấy phiếu chưa kiểm xong.", "The vote has not been counted."};
        case Reason::vote_counted:
            return {"vote-counted", "Cuộc lấy phiếu đã kiểm xong; không cần liên kết mời nữa.",
                    "The vote has been counted; no invitation link is needed any more."};
        case Reason::election_unknown:
            return {"election-unknown", "Không có cuộc lấy phiếu này.", "There is no such vote."};
        case Reason::ballot_unknown:
            return {"ballot-unknown", "Không có lá phiếu này.", "There is no such ballot."};
        case Reason::ballot_too_large:
            return {"ballot-too-large", "Lá phiếu lớn hơn mức có thể có.",
                    "The ballot is larger than a ballot can be."};
    }
    return {};
}

ReasonText describe(const Refusal& refusal) {
    if (!refusal.rejected) return describe(refusal.reason);
    const RejectText text = sentence(*refusal.rejected);
    return {text.code, text.vi, text.en};
}

std::vector<Reason> all_reasons() {
    std::vector<Reason> all;
    for (int i = 0; !describe(static_cast<Reason>(i)).code.empty(); ++i) {
        all.push_back(static_cast<Reason>(i));
    }
    return all;
}

}  // namespace minhtin
