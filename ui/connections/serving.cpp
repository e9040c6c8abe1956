#include "serving.h"

#include "cmq/ipaddress.h"

namespace ui {

using namespace Qt::StringLiterals;

namespace {

std::optional<cmq::IpAddress> parse(const QString& text)
{
    const std::string address = text.toStdString();
    // Four numbers only: what else passes for an address (127.1, 0x7f000001) is a slip here.
    if (const auto v4 = cmq::parseIpv4(address); v4 && text.count(u'.') == 3)
        return cmq::fromIpv4(*v4);
    return cmq::parseIpv6(address);
}

} // namespace

QString numericAddress(const QString& text)
{
    QString address = text.trimmed();
    if (address.compare(u"localhost"_s, Qt::CaseInsensitive) == 0)
        return u"127.0.0.1"_s;
    if (address.startsWith(u'[') && address.endsWith(u']'))
        address = address.mid(1, address.size() - 2);
    return parse(address) ? address : QString();
}

bool isLoopbackAddress(const QString& address)
{
    const auto parsed = parse(address);
    return parsed && cmq::addressKind(*parsed) == cmq::AddressKind::Loopback;
}

} // namespace ui
