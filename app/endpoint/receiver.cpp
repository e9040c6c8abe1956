#include "receiver.h"

#include "push/testsubscriber.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <string>
#include <string_view>

namespace app {

namespace {

constexpr int PatienceMs = 1000;

void print(std::string line)
{
    line += '\n';
    for (std::string_view left = line; !left.empty();) {
        pollfd out{STDOUT_FILENO, POLLOUT, 0};
        if (::poll(&out, 1, PatienceMs) != 1)
            return;
        // A pipe that can be written takes this much without a wait.
        const auto written = ::write(STDOUT_FILENO, left.data(),
                                     std::min<std::size_t>(left.size(), _POSIX_PIPE_BUF));
        if (written <= 0)
            return;
        left.remove_prefix(static_cast<std::size_t>(written));
    }
}

} // namespace

cmq::Result<std::unique_ptr<cmq::push::HttpReceiver>> startReceiver(std::uint16_t port)
{
    auto receiver =
        cmq::push::HttpReceiver::listen(port, [](const cmq::push::ReceivedRequest& request) {
            print(cmq::push::toJsonLine(request));
            return cmq::push::answerFor(request.target);
        });
    if (receiver)
        print(R"({"receiver":"http://127.0.0.1:)" + std::to_string((*receiver)->port()) + "\"}");
    return receiver;
}

} // namespace app
