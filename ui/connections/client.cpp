#include "client.h"

#include "ui/common/format.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Client
{
    Q_DECLARE_TR_FUNCTIONS(ui::Client)
};

} // namespace

QString clientText(const std::string& client)
{
    if (client.empty())
        return Client::tr("not known", "who received a message");
    return client == ThisConsole ? Client::tr("this console") : formatForeign(client);
}

} // namespace ui
