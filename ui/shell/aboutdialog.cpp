#include "aboutdialog.h"

#include "ui/common/label.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"aboutDialog"_s);
    auto* picture = new QLabel;
    picture->setObjectName(u"aboutIcon"_s);
    picture->setPixmap(appIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    auto* name = new Label(TextRole::PageTitle);
    name->setObjectName(u"aboutName"_s);
    auto* version = new Label(TextRole::Body, Tone::Secondary);
    version->setObjectName(u"aboutVersion"_s);
    auto* text = new Label(TextRole::Body, Tone::Secondary);
    text->setObjectName(u"aboutText"_s);
    text->setWordWrap(true);
    text->setFixedWidth(400);
    auto* close = new QPushButton;
    close->setObjectName(u"aboutClose"_s);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    auto* texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(name);
    texts->addWidget(version);
    texts->addSpacing(8);
    texts->addWidget(text);
    auto* body = new QHBoxLayout;
    body->setSpacing(20);
    body->addWidget(picture, 0, Qt::AlignTop);
    body->addLayout(texts);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(16);
    layout->addLayout(body);
    layout->addWidget(close, 0, Qt::AlignRight);
    keepTranslated(this, [this, name, version, text, close] {
        setWindowTitle(tr("About CMQ Console"));
        name->setText(u"CMQ Console"_s);
        version->setText(tr("Version %1").arg(QCoreApplication::applicationVersion()));
        text->setText(
            tr("A desktop console for CMQ with a durable broker of its own. Free software "
               "under the GNU General Public License, version 3 or later. The icons are "
               "Bootstrap Icons, under the MIT licence."));
        close->setText(tr("Close"));
    });
}

} // namespace ui
