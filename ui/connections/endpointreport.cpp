#include "endpointreport.h"

#include "ui/common/format.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Report
{
    Q_DECLARE_TR_FUNCTIONS(ui::EndpointReport)
};

QString skewText(cmq::Seconds skew)
{
    return skew > cmq::Seconds(0)
               ? Report::tr("The endpoint's clock is %1 ahead of this computer's.")
                     .arg(formatDuration(skew))
               : Report::tr("The endpoint's clock is %1 behind this computer's.")
                     .arg(formatDuration(-skew));
}

QString works(const EndpointReport& report)
{
    QString sentence = Report::tr("It works: queues and topics answered within %1 ms.")
                           .arg(formatCount(report.duration.count()));
    if (report.clockSkew && std::chrono::abs(*report.clockSkew) >= SkewWorthTelling)
        sentence += QChar(0x20) + skewText(*report.clockSkew);
    return sentence;
}

} // namespace

QString reportSentence(const EndpointReport& report)
{
    using enum EndpointReport::Verdict;
    const QString host = formatForeign(report.host);
    switch (report.verdict) {
    case Works: break;
    case Address: return Report::tr("The address of %1 cannot be used.").arg(host);
    case Proxy:
        return Report::tr("The proxy could not be used to reach %1. Check its address, or choose "
                          "none.")
            .arg(host);
    case Name:
        return Report::tr("The name %1 is not known. Check the address for a typing mistake, and "
                          "whether this computer is in the right network.")
            .arg(host);
    case Connect:
        return Report::tr("Nobody answers at %1. Check the port, and whether a firewall is in "
                          "between.")
            .arg(host);
    case Tls:
        return Report::tr("The encryption with %1 failed, so nothing was sent: its certificate is "
                          "not trusted here, or it speaks no TLS.")
            .arg(host);
    case Answer:
        return Report::tr("%1 answers, but not as a CMQ endpoint does. Is this the right address?")
            .arg(host);
    case ClockSkew:
        return Report::tr("The signature was refused, and the clocks differ: %1 Set this "
                          "computer's clock right.")
            .arg(report.clockSkew ? skewText(*report.clockSkew) : QString());
    case Key: return Report::tr("%1 does not know this SecretId, or it is disabled.").arg(host);
    case Signature:
        return Report::tr("%1 knows the SecretId, but refused the signature: the SecretKey does "
                          "not belong to it.")
            .arg(host);
    case Permission:
        return Report::tr("The key is right, but it may not list %1 at %2. Give it the permission "
                          "for CMQ.")
            .arg(report.isTopicAddress ? Report::tr("topics") : Report::tr("queues"), host);
    case ActionUnknown:
        return report.isTopicAddress
                   ? Report::tr("%1 serves no topics. Give the topic address of its own.").arg(host)
                   : Report::tr("%1 serves no queues. Are queue and topic address exchanged?")
                         .arg(host);
    case Refused:
        return Report::tr("%1 refused the request: %2").arg(host, formatForeign(report.detail));
    }
    return works(report);
}

} // namespace ui
