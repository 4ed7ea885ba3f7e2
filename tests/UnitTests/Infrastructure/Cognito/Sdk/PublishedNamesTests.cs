using System.Reflection;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Internal;
using Amazon.Runtime;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Sdk;

/// <summary>Compares the names of the generated client with those that AWS publishes: taken from its own clients, and not from the model of the generated client.</summary>
public sealed class PublishedNamesTests
{
    private const string Operations = """
        AddCustomAttributes AddUserPoolClientSecret AdminAddUserToGroup AdminConfirmSignUp AdminCreateUser AdminDeleteSoftwareToken AdminDeleteUser AdminDeleteUserAttributes
        AdminDisableProviderForUser AdminDisableUser AdminEnableUser AdminForgetDevice AdminGetDevice AdminGetUser AdminGetUserAuthFactors AdminInitiateAuth
        AdminLinkProviderForUser AdminListDevices AdminListGroupsForUser AdminListUserAuthEvents AdminListUserSessions AdminRemoveUserFromGroup AdminResetUserPassword
        AdminRespondToAuthChallenge AdminRevokeUserSession AdminSetUserMFAPreference AdminSetUserPassword AdminSetUserSettings AdminUpdateAuthEventFeedback AdminUpdateDeviceStatus
        AdminUpdateUserAttributes AdminUserGlobalSignOut AssociateSoftwareToken ChangePassword CompleteWebAuthnRegistration ConfirmDevice ConfirmForgotPassword ConfirmSignUp
        CreateGroup CreateIdentityProvider CreateManagedLoginBranding CreateResourceServer CreateTerms CreateUserImportJob CreateUserPool CreateUserPoolClient CreateUserPoolDomain
        CreateUserPoolReplica DeleteGroup DeleteIdentityProvider DeleteManagedLoginBranding DeleteResourceServer DeleteTerms DeleteUser DeleteUserAttributes DeleteUserPool
        DeleteUserPoolClient DeleteUserPoolClientSecret DeleteUserPoolDomain DeleteUserPoolReplica DeleteWebAuthnCredential DescribeIdentityProvider DescribeManagedLoginBranding
        DescribeManagedLoginBrandingByClient DescribeResourceServer DescribeRiskConfiguration DescribeTerms DescribeTermsByClient DescribeUserImportJob DescribeUserPool
        DescribeUserPoolClient DescribeUserPoolDomain ForgetDevice ForgotPassword GetCSVHeader GetClientToken GetDevice GetGroup GetIdentityProviderByIdentifier
        GetLogDeliveryConfiguration GetProvisionedLimit GetSigningCertificate GetTokensFromRefreshToken GetUICustomization GetUser GetUserAttributeVerificationCode
        GetUserAuthFactors GetUserPoolClientSessionConfiguration GetUserPoolMfaConfig GetUserPoolSessionConfiguration GlobalSignOut InitiateAuth ListDevices ListGroups
        ListIdentityProviders ListResourceServers ListTagsForResource ListTerms ListUserImportJobs ListUserPoolClientSecrets ListUserPoolClients ListUserPoolReplicas ListUserPools
        ListUserSessions ListUsers ListUsersInGroup ListWebAuthnCredentials ResendConfirmationCode RespondToAuthChallenge RevokeToken RevokeUserSession SetLogDeliveryConfiguration
        SetRiskConfiguration SetUICustomization SetUserMFAPreference SetUserPoolClientSessionConfiguration SetUserPoolMfaConfig SetUserPoolSessionConfiguration SetUserSettings
        SignUp StartUserImportJob StartWebAuthnRegistration StopUserImportJob TagResource UntagResource UpdateAuthEventFeedback UpdateDeviceStatus UpdateGroup
        UpdateIdentityProvider UpdateManagedLoginBranding UpdateProvisionedLimit UpdateResourceServer UpdateTerms UpdateUserAttributes UpdateUserPool UpdateUserPoolClient
        UpdateUserPoolDomain UpdateUserPoolReplica VerifySoftwareToken VerifyUserAttribute
        """;

    // The operations that AWS's clients do not sign, and GetClientToken, for which Cognito ignores IAM credentials.
    private const string Unsigned = """
        AssociateSoftwareToken ChangePassword CompleteWebAuthnRegistration ConfirmDevice ConfirmForgotPassword ConfirmSignUp DeleteUser DeleteUserAttributes
        DeleteWebAuthnCredential ForgetDevice ForgotPassword GetClientToken GetDevice GetTokensFromRefreshToken GetUser GetUserAttributeVerificationCode GetUserAuthFactors
        GlobalSignOut InitiateAuth ListDevices ListUserSessions ListWebAuthnCredentials ResendConfirmationCode RespondToAuthChallenge RevokeToken RevokeUserSession
        SetUserMFAPreference SetUserSettings SignUp StartWebAuthnRegistration UpdateAuthEventFeedback UpdateDeviceStatus UpdateUserAttributes VerifySoftwareToken
        VerifyUserAttribute
        """;

    private const string Exceptions = """
        AccessDeniedException AliasExistsException CodeDeliveryFailureException CodeMismatchException ConcurrentModificationException DeviceKeyExistsException
        DuplicateProviderException EnableSoftwareTokenMFAException ExpiredCodeException FeatureUnavailableInTierException ForbiddenException GroupExistsException
        InternalErrorException InternalServerException InvalidEmailRoleAccessPolicyException InvalidLambdaResponseException InvalidOAuthFlowException InvalidParameterException
        InvalidPasswordException InvalidSmsRoleAccessPolicyException InvalidSmsRoleTrustRelationshipException InvalidUserPoolConfigurationException LimitExceededException
        MFAMethodNotFoundException ManagedLoginBrandingExistsException NotAuthorizedException OperationNotEnabledException PasswordHistoryPolicyViolationException
        PasswordResetRequiredException PreconditionNotMetException RefreshTokenReuseException ResourceNotFoundException ScopeDoesNotExistException ServiceQuotaExceededException
        SoftwareTokenMFANotFoundException TermsExistsException TierChangeNotAllowedException TooManyFailedAttemptsException TooManyRequestsException UnauthorizedException
        UnexpectedLambdaException UnsupportedIdentityProviderException UnsupportedOperationException UnsupportedTokenTypeException UnsupportedUserStateException
        UserImportInProgressException UserLambdaValidationException UserNotConfirmedException UserNotFoundException UserPoolAddOnNotEnabledException UserPoolTaggingException
        UsernameExistsException WebAuthnChallengeNotFoundException WebAuthnClientMismatchException WebAuthnConfigurationMissingException WebAuthnCredentialNotSupportedException
        WebAuthnNotEnabledException WebAuthnOriginNotAllowedException WebAuthnRelyingPartyMismatchException
        """;

    // Neither requests nor responses.
    private const string Shapes = """
        AccountRecoverySettingType AccountTakeoverActionType AccountTakeoverActionsType AccountTakeoverRiskConfigurationType AcrLevelConfigType AdminCreateUserConfigType
        AdvancedSecurityAdditionalFlowsType AnalyticsConfigurationType AnalyticsMetadataType AssetType AttributeType AuthEventType AuthenticationResultType ChallengeResponseType
        ClientAuthenticationResultType ClientSSOSessionConfigType ClientSecretDescriptorType CloudWatchLogsConfigurationType CodeDeliveryDetailsType
        CompromisedCredentialsActionsType CompromisedCredentialsRiskConfigurationType ContextDataType CustomDomainConfigType CustomEmailLambdaVersionConfigType
        CustomSMSLambdaVersionConfigType DcrConfigurationType DeviceConfigurationType DeviceSecretVerifierConfigType DeviceType DomainDescriptionType EmailConfigurationType
        EmailMfaConfigType EmailMfaSettingsType EumsSmsConfigurationType EventContextDataType EventFeedbackType EventRiskType FailoverType FirehoseConfigurationType GroupType
        HttpHeader IdentityProviderType InboundFederationLambdaType IssuerConfigurationType KeyConfigurationType LambdaConfigType LimitDefinitionType LimitType LogConfigurationType
        LogDeliveryConfigurationType MFAOptionType ManagedLoginBrandingType MessageTemplateType NewDeviceMetadataType NotifyConfigurationType NotifyEmailType
        NumberAttributeConstraintsType PasswordPolicyType PreTokenGenerationVersionConfigType ProviderDescription ProviderUserIdentifierType RecoveryOptionType
        RefreshTokenRotationType ResourceServerScopeType ResourceServerType RiskConfigurationType RiskExceptionConfigurationType RoutingType S3ConfigurationType SMSMfaSettingsType
        SchemaAttributeType SessionDescriptionType SessionLocationType SignInPolicyType SmsConfigurationType SmsMfaConfigType SoftwareTokenMfaConfigType
        SoftwareTokenMfaSettingsType StringAttributeConstraintsType TermsDescriptionType TermsType TokenValidityUnitsType UICustomizationType UserAttributeUpdateSettingsType
        UserContextDataType UserImportJobType UserPoolAddOnsType UserPoolClientDescription UserPoolClientType UserPoolDescriptionType UserPoolPolicyType UserPoolReplicaType
        UserPoolTokenSessionConfigType UserPoolType UserType UsernameConfigurationType VerificationMessageTemplateType WebAuthnConfigurationType WebAuthnCredentialDescription
        WebAuthnMfaSettingsType
        """;

    private const string Enumerations = """
        AccountTakeoverEventActionType: BLOCK MFA_IF_CONFIGURED MFA_REQUIRED NO_ACTION
        AdvancedSecurityEnabledModeType: AUDIT ENFORCED
        AdvancedSecurityModeType: AUDIT ENFORCED OFF
        AliasAttributeType: Email Phone_number Preferred_username
        AssetCategoryType: AUTH_APP_GRAPHIC EMAIL_GRAPHIC FAVICON_ICO FAVICON_SVG FORM_BACKGROUND FORM_LOGO IDP_BUTTON_ICON PAGE_BACKGROUND PAGE_FOOTER_BACKGROUND PAGE_FOOTER_LOGO PAGE_HEADER_BACKGROUND PAGE_HEADER_LOGO PASSKEY_GRAPHIC PASSWORD_GRAPHIC SMS_GRAPHIC
        AssetExtensionType: ICO JPEG PNG SVG WEBP
        AttributeDataType: Boolean DateTime Number String
        AuthFactorType: EMAIL_OTP PASSWORD SMS_OTP SOFTWARE_TOKEN WEB_AUTHN
        AuthFlowType: ADMIN_NO_SRP_AUTH ADMIN_USER_PASSWORD_AUTH CUSTOM_AUTH REFRESH_TOKEN REFRESH_TOKEN_AUTH USER_AUTH USER_PASSWORD_AUTH USER_SRP_AUTH
        ChallengeName: Mfa Password
        ChallengeNameType: ADMIN_NO_SRP_AUTH CUSTOM_CHALLENGE DEVICE_PASSWORD_VERIFIER DEVICE_SRP_AUTH EMAIL_OTP MFA_SETUP NEW_PASSWORD_REQUIRED PASSWORD PASSWORD_SRP PASSWORD_VERIFIER SELECT_CHALLENGE SELECT_MFA_TYPE SMS_MFA SMS_OTP SOFTWARE_TOKEN_MFA WEB_AUTHN
        ChallengeResponse: Failure Success
        ClientTypeType: DCR REGULAR
        ColorSchemeModeType: DARK DYNAMIC LIGHT
        CompromisedCredentialsEventActionType: BLOCK NO_ACTION
        CustomEmailSenderLambdaVersionType: V1_0
        CustomSMSSenderLambdaVersionType: V1_0
        DefaultEmailOptionType: CONFIRM_WITH_CODE CONFIRM_WITH_LINK
        DeletionProtectionType: ACTIVE INACTIVE
        DeliveryMediumType: EMAIL SMS
        DeviceRememberedStatusType: Not_remembered Remembered
        DomainStatusType: ACTIVE CREATING DELETING FAILED UPDATING
        EmailSendingAccountType: COGNITO_DEFAULT DEVELOPER
        EncryptionKeyType: AWS_OWNED_KEY CUSTOMER_MANAGED_KEY
        EventFilterType: PASSWORD_CHANGE SIGN_IN SIGN_UP
        EventResponseType: Fail InProgress Pass
        EventSourceName: UserAuthEvents UserNotification
        EventType: ForgotPassword PasswordChange ResendCode SignIn SignUp
        ExplicitAuthFlowsType: ADMIN_NO_SRP_AUTH ALLOW_ADMIN_USER_PASSWORD_AUTH ALLOW_CUSTOM_AUTH ALLOW_REFRESH_TOKEN_AUTH ALLOW_USER_AUTH ALLOW_USER_PASSWORD_AUTH ALLOW_USER_SRP_AUTH CUSTOM_AUTH_FLOW_ONLY USER_PASSWORD_AUTH
        FeatureType: DISABLED ENABLED
        FeedbackValueType: Invalid Valid
        IdentityProviderTypeType: Facebook Google LoginWithAmazon OIDC SAML SignInWithApple
        InboundFederationLambdaVersionType: V1_0
        IssuerType: ORIGINAL UPDATED
        LimitClass: API_CATEGORY
        LogLevel: ERROR INFO
        MessageActionType: RESEND SUPPRESS
        OAuthFlowType: Client_credentials Code Implicit
        PasswordHashingAlgorithmType: ARGON2ID BCRYPT PBKDF2_SHA256 SCRYPT
        PreTokenGenerationLambdaVersionType: V1_0 V2_0 V3_0
        PreventUserExistenceErrorTypes: ENABLED LEGACY
        RecoveryOptionNameType: Admin_only Verified_email Verified_phone_number
        ReplicaRoleType: PRIMARY SECONDARY
        ReplicaStatusType: ACTIVE CREATING DELETING INACTIVE
        ResourceServerManagedByType: COGNITO
        RevokeAssociatedSessionsType: LINKED NONE
        RiskDecisionType: AccountTakeover Block NoRisk
        RiskLevelType: High Low Medium
        SecurityPolicyType: TLS_V1 TLS_V1_2_2021 TLS_V1_3_2025
        SessionTypeType: SSO TOKEN
        StatusType: Disabled Enabled
        TermsEnforcementType: NONE
        TermsSourceType: LINK
        TimeUnitsType: Days Hours Minutes Seconds
        UpdateReplicaStatusType: ACTIVE INACTIVE
        UserImportJobStatusType: Created Expired Failed InProgress Pending Stopped Stopping Succeeded
        UserPoolMfaType: OFF ON OPTIONAL
        UserPoolTierType: ESSENTIALS LITE PLUS
        UserSessionTrackingType: DISABLED ENABLED
        UserStatusType: ARCHIVED COMPROMISED CONFIRMED EXTERNAL_PROVIDER FORCE_CHANGE_PASSWORD RESET_REQUIRED UNCONFIRMED UNKNOWN
        UserVerificationType: Preferred Required
        UsernameAttributeType: Email Phone_number
        VerifiedAttributeType: Email Phone_number
        VerifySoftwareTokenResponseType: ERROR SUCCESS
        WebAuthnFactorConfigurationType: MULTI_FACTOR_WITH_USER_VERIFICATION SINGLE_FACTOR
        """;

    private const string Members = """
        AttributeType: Name Value
        AuthenticationResultType: AccessToken ExpiresIn IdToken NewDeviceMetadata RefreshToken TokenType
        CodeDeliveryDetailsType: AttributeName DeliveryMedium Destination
        DeviceType: DeviceAttributes DeviceCreateDate DeviceKey DeviceLastAuthenticatedDate DeviceLastModifiedDate
        HttpHeader: HeaderName HeaderValue
        NewDeviceMetadataType: DeviceGroupKey DeviceKey
        SessionDescriptionType: ClientId CreateDate DeviceType IsCurrentSession LastActiveDate LastIPAddress LastLocation OriginSessionId SessionId SessionType
        UserType: Attributes Enabled MFAOptions UserCreateDate UserLastModifiedDate UserStatus Username
        WebAuthnCredentialDescription: AuthenticatorAttachment AuthenticatorTransports CreatedAt CredentialId FriendlyCredentialName RelyingPartyId
        SignUpRequest: AnalyticsMetadata ClientId ClientMetadata Password SecretHash UserAttributes UserContextData Username ValidationData
        InitiateAuthRequest: AnalyticsMetadata AuthFlow AuthParameters ClientId ClientMetadata Session UserContextData
        RespondToAuthChallengeResponse: AuthenticationResult AvailableChallenges ChallengeName ChallengeParameters Session
        SetUserMFAPreferenceRequest: AccessToken EmailMfaSettings SMSMfaSettings SoftwareTokenMfaSettings WebAuthnMfaSettings
        GetUserResponse: MFAOptions PreferredMfaSetting UserAttributes UserMFASettingList Username
        AdminCreateUserRequest: ClientMetadata DesiredDeliveryMediums ForceAliasCreation MessageAction TemporaryPassword UserAttributes UserPoolId Username ValidationData
        CreateUserPoolRequest: AccountRecoverySetting AcrConfiguration AdminCreateUserConfig AliasAttributes AutoVerifiedAttributes DcrConfiguration DeletionProtection DeviceConfiguration EmailConfiguration EmailVerificationMessage EmailVerificationSubject IssuerConfiguration KeyConfiguration LambdaConfig MfaConfiguration Policies PoolName Schema SmsAuthenticationMessage SmsConfiguration SmsVerificationMessage UserAttributeUpdateSettings UserPoolAddOns UserPoolTags UserPoolTier UsernameAttributes UsernameConfiguration VerificationMessageTemplate
        UserPoolClientType: AccessTokenValidity AllowedOAuthFlows AllowedOAuthFlowsUserPoolClient AllowedOAuthScopes AnalyticsConfiguration AuthSessionValidity CallbackURLs ClientId ClientName ClientSecret ClientType CreationDate DefaultRedirectURI EnablePropagateAdditionalUserContextData EnableTokenRevocation ExplicitAuthFlows IdTokenValidity LastModifiedDate LogoutURLs PreventUserExistenceErrors ReadAttributes RefreshTokenRotation RefreshTokenValidity SupportedIdentityProviders TokenValidityUnits UserPoolId WriteAttributes
        IdentityProviderType: AcrMapping AttributeMapping CreationDate IdpIdentifiers LastModifiedDate ProviderDetails ProviderName ProviderType UserPoolId
        AssetType: Bytes Category ColorMode Extension ResourceId
        UserImportJobType: CloudWatchLogsRoleArn CompletionDate CompletionMessage CreationDate FailedUsers ImportedUsers JobId JobName PasswordHashingAlgorithm PreSignedUrl SkippedUsers StartDate Status UserPoolId
        DescribeUserPoolDomainResponse: DomainDescription
        SmsMfaConfigType: SmsAuthenticationMessage SmsConfiguration
        RiskConfigurationType: AccountTakeoverRiskConfiguration ClientId CompromisedCredentialsRiskConfiguration LastModifiedDate RiskExceptionConfiguration UserPoolId
        DomainDescriptionType: AWSAccountId CloudFrontDistribution CustomDomainConfig Domain ManagedLoginVersion Routing S3Bucket Status UserPoolId Version
        """;

    private static readonly Type[] Public = [.. typeof(IAmazonCognitoIdentityProvider).Assembly.GetExportedTypes().Where(type => type.Namespace!.StartsWith("Amazon.", StringComparison.Ordinal))];

    [Fact]
    public void The_client_has_the_published_operations() => Sorted(typeof(IAmazonCognitoIdentityProvider).GetMethods().Select(Signature))
        .ShouldBe(Sorted(Words(Operations).Select(operation => $"{operation}Response {operation}Async({operation}Request, CancellationToken = default)")));

    [Fact]
    public void Methods_of_the_client_can_be_overridden() =>
        Words(Operations).Select(operation => typeof(AmazonCognitoIdentityProviderClient).GetMethod(operation + "Async")!).ShouldAllBe(method => method.IsVirtual && !method.IsFinal);

    [Fact]
    public void Exactly_the_operations_that_need_no_IAM_credentials_are_unsigned() =>
        Sorted(Public.Where(type => type.IsAssignableTo(typeof(IUnsignedRequest))).Select(type => type.Name)).ShouldBe(Sorted(Words(Unsigned).Select(operation => operation + "Request")));

    [Fact]
    public void The_client_has_the_published_exceptions() => Sorted(Public.Where(type => type.IsSubclassOf(typeof(AmazonCognitoIdentityProviderException))).Select(type => type.FullName!))
        .ShouldBe(Sorted(Words(Exceptions).Select(name => $"Amazon.CognitoIdentityProvider.Model.{name}")));

    [Fact]
    public void The_client_has_the_published_shapes() =>
        Sorted(Public.Where(type => type.Namespace == "Amazon.CognitoIdentityProvider.Model" && type.BaseType == typeof(object)).Select(type => type.Name)).ShouldBe(Sorted(Words(Shapes)));

    [Fact]
    public void The_client_has_the_published_enumerations_and_their_values() =>
        Sorted(Public.Where(type => type.BaseType == typeof(ConstantClass)).Select(type => Line(type, type.GetFields(BindingFlags.Public | BindingFlags.Static)))).ShouldBe(Sorted(Lines(Enumerations)));

    [Fact]
    public void Shapes_have_the_published_members() => Lines(Members)
        .Select(line => Public.Single(type => type.Name == line.Split(':')[0]))
        .Select(type => Line(type, type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)))
        .ShouldBe(Lines(Members));

    [Fact]
    public void Enumerations_find_their_constants_and_keep_what_they_do_not_know()
    {
        DeviceRememberedStatusType.FindValue("not_remembered").ShouldBeSameAs(DeviceRememberedStatusType.Not_remembered);
        ((AuthFlowType)"USER_SRP_AUTH").ShouldBeSameAs(AuthFlowType.USER_SRP_AUTH);
        ChallengeNameType.FindValue("CHALLENGE_OF_TOMORROW").Value.ShouldBe("CHALLENGE_OF_TOMORROW");
        ((AuthFlowType?)(string?)null).ShouldBeNull();
    }

    private static string Signature(MethodInfo method) =>
        $"{method.ReturnType.GetGenericArguments()[0].Name} {method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name + (parameter.HasDefaultValue ? " = default" : "")))})";

    private static string Line(Type type, IEnumerable<MemberInfo> members) => $"{type.Name}: {string.Join(' ', Sorted(members.Select(member => member.Name)))}";

    private static IEnumerable<string> Sorted(IEnumerable<string> names) => names.Order(StringComparer.Ordinal);

    private static string[] Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static string[] Lines(string text) => text.Split('\n');
}
