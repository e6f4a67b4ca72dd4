#pragma once
// What the office of the demo organisation has stated so far: enough that a record and two units show what a
// regulation forbids, what is missing, what one more would break and what is to be noted.
#include "server/app/actor.h"
#include "server/app/app.h"

namespace minhtin {

// DT02 has much stated; Văn phòng Mẫu (DT01 to DT06) is as full as its cap allows, Chi bộ Mẫu Một over it.
void state_demo_facts(App& app, const Actor& office, std::string_view campaign_id, Day today);

}  // namespace minhtin
