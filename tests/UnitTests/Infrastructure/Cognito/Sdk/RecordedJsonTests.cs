using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Amazon.Runtime.Documents;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Sdk;

/// <summary>One request and one response of each group of operations, recorded on the wire: independent of the model of the generated client.</summary>
public sealed class RecordedJsonTests
{
    private static readonly Recording[] Recordings =
    [
        Of<SignUpResponse>(
            "sign-up",
            new SignUpRequest
            {
                ClientId = "1example23456789",
                Username = "jane",
                Password = "Passw0rd!",
                UserAttributes = [new AttributeType { Name = "email", Value = "jane@example.com" }],
                UserContextData = new UserContextDataType { IpAddress = "192.0.2.7" },
                ClientMetadata = new(StringComparer.Ordinal) { ["plan"] = "free" },
            },
            """
            {"ClientId":"1example23456789","Username":"jane","Password":"Passw0rd!","UserAttributes":[{"Name":"email","Value":"jane@example.com"}],
             "UserContextData":{"IpAddress":"192.0.2.7"},"ClientMetadata":{"plan":"free"}}
            """,
            """{"CodeDeliveryDetails":{"AttributeName":"email","DeliveryMedium":"EMAIL","Destination":"j***@e***"},"UserConfirmed":false,"UserSub":"c4459718-f2a4-48f8-8377-d56a06828f46"}""",
            response => $"{response.UserSub} {response.UserConfirmed} {response.CodeDeliveryDetails!.AttributeName} {response.CodeDeliveryDetails.DeliveryMedium} {response.CodeDeliveryDetails.Destination}",
            "c4459718-f2a4-48f8-8377-d56a06828f46 False email EMAIL j***@e***"),
        Of<InitiateAuthResponse>(
            "sign-in",
            new InitiateAuthRequest { AuthFlow = AuthFlowType.USER_AUTH, ClientId = "client", AuthParameters = new(StringComparer.Ordinal) { ["USERNAME"] = "jane" } },
            """{"AuthFlow":"USER_AUTH","ClientId":"client","AuthParameters":{"USERNAME":"jane"}}""",
            """{"AvailableChallenges":["PASSWORD","WEB_AUTHN"],"ChallengeName":"SELECT_CHALLENGE","ChallengeParameters":{},"Session":"AYABeC1-y8qooiuysEv0uM4wAqQ"}""",
            response => $"{response.ChallengeName} {string.Join('|', response.AvailableChallenges!)} {response.ChallengeParameters!.Count} {response.Session} {response.AuthenticationResult is null}",
            "SELECT_CHALLENGE PASSWORD|WEB_AUTHN 0 AYABeC1-y8qooiuysEv0uM4wAqQ True"),
        Of<RespondToAuthChallengeResponse>(
            "challenges",
            new RespondToAuthChallengeRequest { ClientId = "client", ChallengeName = ChallengeNameType.SMS_MFA, Session = "session", ChallengeResponses = new(StringComparer.Ordinal) { ["SMS_MFA_CODE"] = "123456" } },
            """{"ClientId":"client","ChallengeName":"SMS_MFA","Session":"session","ChallengeResponses":{"SMS_MFA_CODE":"123456"}}""",
            """{"AuthenticationResult":{"AccessToken":"eyJra456","ExpiresIn":3600,"IdToken":"eyJra789","NewDeviceMetadata":{"DeviceGroupKey":"-group","DeviceKey":"us-west-2_a1b2"},"RefreshToken":"eyJjt","TokenType":"Bearer"},"ChallengeParameters":{}}""",
            response => $"{response.AuthenticationResult!.AccessToken} {response.AuthenticationResult.ExpiresIn} {response.AuthenticationResult.NewDeviceMetadata!.DeviceKey} {response.AuthenticationResult.NewDeviceMetadata.DeviceGroupKey}",
            "eyJra456 3600 us-west-2_a1b2 -group"),
        Of<ForgotPasswordResponse>(
            "password",
            new ForgotPasswordRequest { ClientId = "client", Username = "jane", SecretHash = "hash=" },
            """{"ClientId":"client","SecretHash":"hash=","Username":"jane"}""",
            """{"CodeDeliveryDetails":{"AttributeName":"phone_number","DeliveryMedium":"SMS","Destination":"+*******1234"}}""",
            response => response.CodeDeliveryDetails!.DeliveryMedium + response.CodeDeliveryDetails.Destination!,
            "SMS+*******1234"),
        Of<GetUserResponse>(
            "account",
            new GetUserRequest { AccessToken = "eyJra456" },
            """{"AccessToken":"eyJra456"}""",
            """{"UserAttributes":[{"Name":"sub","Value":"a1b2"},{"Name":"email_verified","Value":"true"}],"UserMFASettingList":["SMS_MFA"],"PreferredMfaSetting":"SMS_MFA","Username":"jane"}""",
            response => $"{response.Username} {string.Join('|', response.UserAttributes!.Select(attribute => attribute.Name))} {response.UserMFASettingList![0]} {response.PreferredMfaSetting}",
            "jane sub|email_verified SMS_MFA SMS_MFA"),
        Of<UpdateDeviceStatusResponse>(
            "devices, changed",
            new UpdateDeviceStatusRequest { AccessToken = "token", DeviceKey = "key", DeviceRememberedStatus = DeviceRememberedStatusType.Not_remembered },
            """{"AccessToken":"token","DeviceKey":"key","DeviceRememberedStatus":"not_remembered"}""",
            "{}",
            response => response.HttpStatusCode.ToString(),
            "0"),
        Of<GetDeviceResponse>(
            "devices, read",
            new GetDeviceRequest { DeviceKey = "us-west-2_a1b2" },
            """{"DeviceKey":"us-west-2_a1b2"}""",
            """{"Device":{"DeviceAttributes":[{"Name":"device_name","Value":"Firefox"}],"DeviceCreateDate":1715100742.022,"DeviceKey":"us-west-2_a1b2","DeviceLastAuthenticatedDate":1715100742,"DeviceLastModifiedDate":1.723233651167E9}}""",
            response => $"{response.Device!.DeviceAttributes![0].Value} {Iso(response.Device.DeviceCreateDate)} {Iso(response.Device.DeviceLastAuthenticatedDate)} {Iso(response.Device.DeviceLastModifiedDate)}",
            "Firefox 2024-05-07T16:52:22.0220000Z 2024-05-07T16:52:22.0000000Z 2024-08-09T20:00:51.1670000Z"),
        Of<SetUserMFAPreferenceResponse>(
            "second factors",
            new SetUserMFAPreferenceRequest { AccessToken = "token", SMSMfaSettings = new SMSMfaSettingsType { Enabled = false }, SoftwareTokenMfaSettings = new SoftwareTokenMfaSettingsType { Enabled = true, PreferredMfa = true } },
            """{"AccessToken":"token","SMSMfaSettings":{"Enabled":false},"SoftwareTokenMfaSettings":{"Enabled":true,"PreferredMfa":true}}""",
            "{}",
            _ => "read",
            "read"),
        Of<StartWebAuthnRegistrationResponse>(
            "passkeys, begun",
            new StartWebAuthnRegistrationRequest { AccessToken = "token" },
            """{"AccessToken":"token"}""",
            """{"CredentialCreationOptions":{"rp":{"id":"auth.example.com"},"pubKeyCredParams":[{"type":"public-key","alg":-7}],"timeout":60000,"excludeCredentials":[],"extensions":null}}""",
            response => Members(response.CredentialCreationOptions),
            "auth.example.com -7 60000 0 True"),
        Of<CompleteWebAuthnRegistrationResponse>(
            "passkeys, completed",
            new CompleteWebAuthnRegistrationRequest { AccessToken = "token", Credential = new Document(new Dictionary<string, Document>(StringComparer.Ordinal) { ["id"] = "a1b2", ["clientExtensionResults"] = new Document(new Dictionary<string, Document>(StringComparer.Ordinal)) }) },
            """{"AccessToken":"token","Credential":{"id":"a1b2","clientExtensionResults":{}}}""",
            "",
            _ => "read",
            "read"),
        Of<ListUserSessionsResponse>(
            "sessions",
            new ListUserSessionsRequest { AccessToken = "token", NextToken = "next" },
            """{"AccessToken":"token","NextToken":"next"}""",
            """{"Sessions":[{"SessionId":"tkn1","SessionType":"TOKEN","ClientId":"client","LastLocation":{"City":"Bern","Country":"CH"},"IsCurrentSession":true},{"SessionId":"sso1","SessionType":"SSO"}]}""",
            response => $"{string.Join('|', response.Sessions!.Select(session => session.SessionType))} {response.Sessions![0].LastLocation!.City} {response.Sessions[0].IsCurrentSession} {response.Sessions[1].IsCurrentSession is null}",
            "TOKEN|SSO Bern True True"),
        Of<GetTokensFromRefreshTokenResponse>(
            "tokens",
            new GetTokensFromRefreshTokenRequest { RefreshToken = "refresh", ClientId = "client", ClientSecret = "secret", DeviceKey = "key" },
            """{"RefreshToken":"refresh","ClientId":"client","ClientSecret":"secret","DeviceKey":"key"}""",
            """{"AuthenticationResult":{"AccessToken":"a","ExpiresIn":300,"IdToken":"i","TokenType":"Bearer"}}""",
            response => $"{response.AuthenticationResult!.ExpiresIn} {response.AuthenticationResult.RefreshToken is null}",
            "300 True"),
        Of<AdminCreateUserResponse>(
            "users",
            new AdminCreateUserRequest { UserPoolId = "pool", Username = "jane", MessageAction = MessageActionType.SUPPRESS, DesiredDeliveryMediums = ["SMS", DeliveryMediumType.EMAIL], ForceAliasCreation = false },
            """{"UserPoolId":"pool","Username":"jane","ForceAliasCreation":false,"MessageAction":"SUPPRESS","DesiredDeliveryMediums":["SMS","EMAIL"]}""",
            """{"User":{"Attributes":[{"Name":"sub","Value":"d16b4aa8"}],"Enabled":true,"UserCreateDate":1689980857.949,"UserLastModifiedDate":1689980857.949,"UserStatus":"FORCE_CHANGE_PASSWORD","Username":"jane"}}""",
            response => $"{response.User!.UserStatus} {response.User.Enabled} {Iso(response.User.UserCreateDate)}",
            "FORCE_CHANGE_PASSWORD True 2023-07-21T23:07:37.9490000Z"),
        Of<AdminInitiateAuthResponse>(
            "sign-in by the server",
            new AdminInitiateAuthRequest
            {
                UserPoolId = "pool",
                ClientId = "client",
                AuthFlow = AuthFlowType.ADMIN_USER_PASSWORD_AUTH,
                ContextData = new ContextDataType { IpAddress = "192.0.2.1", ServerName = "example.com", ServerPath = "/login", HttpHeaders = [new HttpHeader { HeaderName = "User-Agent", HeaderValue = "Mozilla" }] },
            },
            """
            {"UserPoolId":"pool","ClientId":"client","AuthFlow":"ADMIN_USER_PASSWORD_AUTH",
             "ContextData":{"IpAddress":"192.0.2.1","ServerName":"example.com","ServerPath":"/login","HttpHeaders":[{"headerName":"User-Agent","headerValue":"Mozilla"}]}}
            """,
            """{"ChallengeName":"MFA_SETUP","ChallengeParameters":{"MFAS_CAN_SETUP":"[\"SMS_MFA\"]"},"Session":"s"}""",
            response => response.ChallengeParameters!["MFAS_CAN_SETUP"],
            "[\"SMS_MFA\"]"),
        Of<ListGroupsResponse>(
            "groups",
            new ListGroupsRequest { UserPoolId = "pool", Limit = 60 },
            """{"UserPoolId":"pool","Limit":60}""",
            """{"Groups":[{"CreationDate":1681760899.633,"GroupName":"admins","Precedence":0,"UserPoolId":"pool"},{"GroupName":"users"}],"NextToken":"n"}""",
            response => $"{string.Join('|', response.Groups!.Select(group => $"{group.GroupName}:{group.Precedence?.ToString(CultureInfo.InvariantCulture)}"))} {response.NextToken}",
            "admins:0|users: n"),
        Of<CreateUserPoolResponse>(
            "user pools",
            new CreateUserPoolRequest
            {
                PoolName = "shop",
                Policies = new UserPoolPolicyType { PasswordPolicy = new PasswordPolicyType { MinimumLength = 12, RequireSymbols = true } },
                UsernameAttributes = [UsernameAttributeType.Email],
                UserPoolTags = new(StringComparer.Ordinal) { ["team"] = "a" },
                AccountRecoverySetting = new AccountRecoverySettingType { RecoveryMechanisms = [new RecoveryOptionType { Name = RecoveryOptionNameType.Verified_email, Priority = 1 }] },
            },
            """
            {"PoolName":"shop","Policies":{"PasswordPolicy":{"MinimumLength":12,"RequireSymbols":true}},"UsernameAttributes":["email"],"UserPoolTags":{"team":"a"},
             "AccountRecoverySetting":{"RecoveryMechanisms":[{"Priority":1,"Name":"verified_email"}]}}
            """,
            """{"UserPool":{"Id":"us-west-2_a1","DeletionProtection":"ACTIVE","EstimatedNumberOfUsers":0,"SchemaAttributes":[{"Name":"sub","AttributeDataType":"String","Mutable":false,"StringAttributeConstraints":{"MaxLength":"2048","MinLength":"1"}}],"UserPoolTier":"ESSENTIALS"}}""",
            response => $"{response.UserPool!.Id} {response.UserPool.DeletionProtection} {response.UserPool.EstimatedNumberOfUsers} {response.UserPool.SchemaAttributes![0].AttributeDataType} {response.UserPool.SchemaAttributes[0].StringAttributeConstraints!.MaxLength} {response.UserPool.UserPoolTier}",
            "us-west-2_a1 ACTIVE 0 String 2048 ESSENTIALS"),
        Of<CreateUserPoolClientResponse>(
            "app clients",
            new CreateUserPoolClientRequest { UserPoolId = "pool", ClientName = "web", AllowedOAuthFlows = [OAuthFlowType.Code], TokenValidityUnits = new TokenValidityUnitsType { AccessToken = TimeUnitsType.Minutes }, AccessTokenValidity = 5 },
            """{"UserPoolId":"pool","ClientName":"web","AllowedOAuthFlows":["code"],"TokenValidityUnits":{"AccessToken":"minutes"},"AccessTokenValidity":5}""",
            """{"UserPoolClient":{"ClientId":"c","ClientSecret":"s","CallbackURLs":["https://example.com"],"AllowedOAuthFlows":["client_credentials"],"EnableTokenRevocation":true,"AuthSessionValidity":3}}""",
            response => $"{response.UserPoolClient!.ClientId} {response.UserPoolClient.CallbackURLs![0]} {response.UserPoolClient.AllowedOAuthFlows![0] == OAuthFlowType.Client_credentials} {response.UserPoolClient.AuthSessionValidity}",
            "c https://example.com True 3"),
        Of<DescribeIdentityProviderResponse>(
            "identity providers",
            new DescribeIdentityProviderRequest { UserPoolId = "pool", ProviderName = "Google" },
            """{"UserPoolId":"pool","ProviderName":"Google"}""",
            """{"IdentityProvider":{"UserPoolId":"pool","ProviderName":"Google","ProviderType":"Google","ProviderDetails":{"client_id":"id"},"AttributeMapping":{"email":"email"},"IdpIdentifiers":["example.com"],"CreationDate":1701129701.653}}""",
            response => $"{response.IdentityProvider!.ProviderType} {response.IdentityProvider.ProviderDetails!["client_id"]} {response.IdentityProvider.IdpIdentifiers![0]}",
            "Google id example.com"),
        Of<DescribeUserPoolDomainResponse>(
            "domains",
            new DescribeUserPoolDomainRequest { Domain = "auth.example.com" },
            """{"Domain":"auth.example.com"}""",
            """{"DomainDescription":{"AWSAccountId":"123456789012","CustomDomainConfig":{"CertificateArn":"arn"},"Domain":"auth.example.com","ManagedLoginVersion":2,"Status":"ACTIVE"}}""",
            response => $"{response.DomainDescription!.AWSAccountId} {response.DomainDescription.CustomDomainConfig!.CertificateArn} {response.DomainDescription.ManagedLoginVersion} {response.DomainDescription.Status}",
            "123456789012 arn 2 ACTIVE"),
        Of<CreateManagedLoginBrandingResponse>(
            "branding",
            new CreateManagedLoginBrandingRequest
            {
                UserPoolId = "pool",
                ClientId = "client",
                Settings = new Document(new Dictionary<string, Document>(StringComparer.Ordinal) { ["radius"] = 8.5, ["dark"] = true }),
                Assets = [new AssetType { Category = AssetCategoryType.FAVICON_ICO, ColorMode = ColorSchemeModeType.DARK, Extension = AssetExtensionType.ICO, Bytes = new MemoryStream([1, 2, 3]) }],
            },
            """{"UserPoolId":"pool","ClientId":"client","Settings":{"radius":8.5,"dark":true},"Assets":[{"Category":"FAVICON_ICO","ColorMode":"DARK","Extension":"ICO","Bytes":"AQID"}]}""",
            """{"ManagedLoginBranding":{"ManagedLoginBrandingId":"b","UseCognitoProvidedValues":false,"Settings":{"radius":8.5},"Assets":[{"Category":"FORM_LOGO","Bytes":"/v8="}]}}""",
            response => $"{response.ManagedLoginBranding!.Settings.AsDictionary()["radius"].AsDouble().ToString(CultureInfo.InvariantCulture)} {Convert.ToHexString(response.ManagedLoginBranding.Assets![0].Bytes!.ToArray())}",
            "8.5 FEFF"),
        Of<CreateUserImportJobResponse>(
            "import jobs",
            new CreateUserImportJobRequest { UserPoolId = "pool", JobName = "job", CloudWatchLogsRoleArn = "arn" },
            """{"JobName":"job","UserPoolId":"pool","CloudWatchLogsRoleArn":"arn"}""",
            """{"UserImportJob":{"JobId":"import-1","Status":"Created","FailedUsers":0,"ImportedUsers":5000000000,"PreSignedUrl":"https://example.com"}}""",
            response => $"{response.UserImportJob!.Status} {response.UserImportJob.FailedUsers} {response.UserImportJob.ImportedUsers}",
            "Created 0 5000000000"),
        Of<SetRiskConfigurationResponse>(
            "threat protection",
            new SetRiskConfigurationRequest { UserPoolId = "pool", RiskExceptionConfiguration = new RiskExceptionConfigurationType { BlockedIPRangeList = ["192.0.2.0/24"] } },
            """{"UserPoolId":"pool","RiskExceptionConfiguration":{"BlockedIPRangeList":["192.0.2.0/24"]}}""",
            """{"RiskConfiguration":{"CompromisedCredentialsRiskConfiguration":{"EventFilter":["SIGN_UP","SIGN_IN"],"Actions":{"EventAction":"BLOCK"}}}}""",
            response => $"{string.Join('|', response.RiskConfiguration!.CompromisedCredentialsRiskConfiguration!.EventFilter!)} {response.RiskConfiguration.CompromisedCredentialsRiskConfiguration.Actions!.EventAction}",
            "SIGN_UP|SIGN_IN BLOCK"),
    ];

    public static TheoryData<string> Groups => [.. Recordings.Select(recording => recording.Group)];

    [Theory]
    [MemberData(nameof(Groups))]
    public void A_request_is_written_as_it_was_recorded(string group)
    {
        var recording = Recordings.Single(recording => recording.Group == group);

        var written = Encoding.UTF8.GetString(JsonWriting.ToBytes(recording.Request));

        JsonNode.DeepEquals(JsonNode.Parse(written), JsonNode.Parse(recording.RequestJson)).ShouldBeTrue(written);
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void A_recorded_response_is_read(string group)
    {
        var recording = Recordings.Single(recording => recording.Group == group);

        recording.Read().ShouldBe(recording.Expected);
    }

    private static Recording Of<TResponse>(string group, IWrittenShape request, string requestJson, string responseJson, Func<TResponse, string> describe, string expected)
        where TResponse : AmazonWebServiceResponse, IResponseShape<TResponse>, new() =>
        new(group, request, requestJson, () => describe(JsonReading.Response<TResponse>(Encoding.UTF8.GetBytes(responseJson))), expected);

    private static string Iso(DateTime? time) => time!.Value.ToString("O", CultureInfo.InvariantCulture);

    private static string Members(Document options)
    {
        var members = options.AsDictionary();
        return $"{members["rp"].AsDictionary()["id"].AsString()} {members["pubKeyCredParams"].AsList()[0].AsDictionary()["alg"].AsInt()} {members["timeout"].AsInt()} {members["excludeCredentials"].AsList().Count} {members["extensions"].IsNull()}";
    }

    private sealed record Recording(string Group, IWrittenShape Request, string RequestJson, Func<string> Read, string Expected);
}
