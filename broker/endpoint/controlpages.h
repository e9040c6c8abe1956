#pragma once

#include "httprequest.h"
#include "metrics.h"

#include "cmq/service.h"
#include "cmq/timecontrol.h"

#include <functional>

namespace cmq::endpoint {

/// The pages below /control/: health, metrics, clock. They are for whoever runs the endpoint, never
/// for its users.
///
/// Thread: the endpoint's; `Done` is called on any, exactly once.
class ControlPages final
{
public:
    using Done = std::function<void(HttpAnswer)>;

    /// All must outlive the pages and the answers that are under way. `time` is null where the
    /// clock is the system's.
    ControlPages(Service& service, const Metrics& metrics, TimeControl* time);

    [[nodiscard]] static bool isControlPath(std::string_view path);
    /// Answers a request to a control path. Without `X-CMQ-Control: 1` it is refused (403), so that
    /// no web page can send it.
    void answer(const HttpRequest& request, Done done);

private:
    void metrics(Done done);
    void moveClock(std::string form, Done done);

    Service& m_service;
    const Metrics& m_metrics;
    TimeControl* m_time;
};

} // namespace cmq::endpoint
