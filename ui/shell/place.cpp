#include "place.h"

#include <QStringList>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

// In the order of the enum.
const QStringList Kinds{u"page"_s, u"queue"_s, u"topic"_s};

} // namespace

QString toText(const Place& place)
{
    return Kinds.at(int(place.kind)) + u'/' + place.name;
}

Place placeOf(const QString& text)
{
    const qsizetype slash = text.indexOf(u'/');
    const qsizetype kind = Kinds.indexOf(text.left(slash));
    if (slash < 0 || kind < 0)
        return {};
    return {Place::Kind(kind), text.mid(slash + 1)};
}

} // namespace ui
