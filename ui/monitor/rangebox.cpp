#include "rangebox.h"

#include "ui/common/format.h"

#include <QCoreApplication>

#include <array>

namespace ui {

namespace {

struct RangeBoxText
{
    Q_DECLARE_TR_FUNCTIONS(ui::RangeBox)
};

constexpr std::array SpansInSeconds{60, 300, 900, 3600, 21'600, 86'400, 604'800, 7'776'000};
constexpr int FirstSpan = 1;

} // namespace

QComboBox* makeRangeBox(const QString& name)
{
    auto* box = new QComboBox;
    box->setObjectName(name);
    for (const int seconds : SpansInSeconds)
        box->addItem(QString(), seconds);
    box->setCurrentIndex(FirstSpan);
    return box;
}

void retranslateRangeBox(QComboBox* box)
{
    box->setAccessibleName(RangeBoxText::tr("Range"));
    for (int i = 0; i < box->count(); ++i)
        box->setItemText(i, RangeBoxText::tr("Last %1").arg(
                                formatSpan(cmq::Seconds(SpansInSeconds[std::size_t(i)]))));
}

cmq::Milliseconds rangeOf(const QComboBox* box)
{
    return cmq::Seconds(box->currentData().toInt());
}

void setRange(QComboBox* box, cmq::Milliseconds range)
{
    const int index = box->findData(int(std::chrono::duration_cast<cmq::Seconds>(range).count()));
    if (index >= 0)
        box->setCurrentIndex(index);
}

} // namespace ui
