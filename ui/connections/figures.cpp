#include "figures.h"

#include "connection.h"

#include "ui/common/format.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct Figures
{
    Q_DECLARE_TR_FUNCTIONS(ui::Figures)
};

} // namespace

QString figureText(std::int64_t count, bool isExact)
{
    return isExact ? formatCount(count) : u"≈ "_s + formatCount(count);
}

QString figureText(std::int64_t count, const Connection& connection)
{
    return figureText(count, connection.hasExactFigures());
}

QString figuresAge(const Connection& connection, cmq::Time askedAt)
{
    if (connection.hasExactFigures())
        return {};
    //: %1 is an age such as "3 s ago"
    return Figures::tr("≈ asked %1").arg(formatAge(connection.now() - askedAt));
}

QString figuresHelp(bool isExact)
{
    return isExact ? QString()
                   : Figures::tr("The service counts approximately, and 30 to 60 s late.");
}

QString delayedHelp(const Connection& connection)
{
    const QString help = figuresHelp(connection.hasExactFigures());
    return connection.isTdmq()
               ? help + u'\n' +
                     Figures::tr("TDMQ counts delayed messages as 0 while nobody consumes.")
               : help;
}

} // namespace ui
