#pragma once

#include "endpointreport.h"
#include "regions.h"
#include "remoteprofile.h"
#include "secretstore.h"

#include "ui/common/formdialog.h"

#include <QSet>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QSpinBox;

namespace ui {

class Field;

/// A saved connection, new or to be changed, with a button that tries it. What is wrong is said at
/// the field while it is typed. Keys are typed here and given on, but never shown again.
class ProfileDialog final : public FormDialog
{
    Q_OBJECT

public:
    struct Start
    {
        RemoteProfile profile;
        QStringList otherNames; ///< names that are taken
        bool isNew = true;
        bool hasKey = false; ///< one is kept: an empty field leaves it as it is
    };

    explicit ProfileDialog(Start start, QWidget* parent = nullptr);

    /// What came of the test that was asked for.
    void showReport(const EndpointReport& report);

signals:
    /// `credentials` is empty where the kept ones shall stay.
    void submitted(const ui::RemoteProfile& profile,
                   const std::optional<ui::Credentials>& credentials);
    void testRequested(const ui::RemoteProfile& profile,
                       const std::optional<ui::Credentials>& credentials);

private:
    void createFields();
    void createLayout();
    void connectSignals();
    void showProfile();
    void retranslate();
    void retranslateChoices();
    void retranslateAddresses();
    void fillAddresses();
    void showRegion();
    void showKind();
    void leaveTencent();
    [[nodiscard]] ProfileKind kind() const;
    [[nodiscard]] Access access() const;
    void check();
    void test();
    [[nodiscard]] RemoteProfile profile() const;
    [[nodiscard]] std::optional<Credentials> credentials() const;

    Start m_start;
    bool m_isTesting = false;
    bool m_isFilling = false; // an address is being filled in, not typed
    QLineEdit* m_name;
    QComboBox* m_color;
    QComboBox* m_kind;
    QComboBox* m_region;
    QComboBox* m_access;
    QLineEdit* m_queueUrl;
    QLineEdit* m_topicUrl;
    QLineEdit* m_cloudUrl;
    QLineEdit* m_secretId;
    QLineEdit* m_secretKey;
    QLineEdit* m_token;
    QComboBox* m_proxy;
    QLineEdit* m_proxyHost;
    QSpinBox* m_proxyPort;
    QCheckBox* m_readOnly;
    QCheckBox* m_production;
    QPushButton* m_test;
    QHash<QWidget*, Field*> m_fields;
    QSet<ProfileField> m_touched; // fields that were typed in: others are not blamed yet
};

} // namespace ui
