using System.Text.Json.Serialization;
using Amazon.CognitoIdentityProvider.Model;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>
/// The shapes that source generation makes readers and writers for: one line per operation, with the shared shapes found through them.
/// One class in one file because the generator takes the attributes of a single declaration.
/// Shapes that hold any JSON (<c>Document</c>) are not here: that type's own converter is internal to the runtime, and only reflection finds it.
/// </summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AdminAddUserToGroupRequest)), JsonSerializable(typeof(AdminAddUserToGroupResponse))]
[JsonSerializable(typeof(AdminConfirmSignUpRequest)), JsonSerializable(typeof(AdminConfirmSignUpResponse))]
[JsonSerializable(typeof(AdminCreateUserRequest)), JsonSerializable(typeof(AdminCreateUserResponse))]
[JsonSerializable(typeof(AdminDisableUserRequest)), JsonSerializable(typeof(AdminDisableUserResponse))]
[JsonSerializable(typeof(AdminGetUserRequest)), JsonSerializable(typeof(AdminGetUserResponse))]
[JsonSerializable(typeof(AdminInitiateAuthRequest)), JsonSerializable(typeof(AdminInitiateAuthResponse))]
[JsonSerializable(typeof(AdminRespondToAuthChallengeRequest)), JsonSerializable(typeof(AdminRespondToAuthChallengeResponse))]
[JsonSerializable(typeof(AdminUserGlobalSignOutRequest)), JsonSerializable(typeof(AdminUserGlobalSignOutResponse))]
[JsonSerializable(typeof(AssociateSoftwareTokenRequest)), JsonSerializable(typeof(AssociateSoftwareTokenResponse))]
[JsonSerializable(typeof(ChangePasswordRequest)), JsonSerializable(typeof(ChangePasswordResponse))]
[JsonSerializable(typeof(ConfirmDeviceRequest)), JsonSerializable(typeof(ConfirmDeviceResponse))]
[JsonSerializable(typeof(ConfirmForgotPasswordRequest)), JsonSerializable(typeof(ConfirmForgotPasswordResponse))]
[JsonSerializable(typeof(ConfirmSignUpRequest)), JsonSerializable(typeof(ConfirmSignUpResponse))]
[JsonSerializable(typeof(CreateGroupRequest)), JsonSerializable(typeof(CreateGroupResponse))]
[JsonSerializable(typeof(DeleteUserRequest)), JsonSerializable(typeof(DeleteUserResponse))]
[JsonSerializable(typeof(DeleteUserAttributesRequest)), JsonSerializable(typeof(DeleteUserAttributesResponse))]
[JsonSerializable(typeof(DeleteWebAuthnCredentialRequest)), JsonSerializable(typeof(DeleteWebAuthnCredentialResponse))]
[JsonSerializable(typeof(ForgetDeviceRequest)), JsonSerializable(typeof(ForgetDeviceResponse))]
[JsonSerializable(typeof(ForgotPasswordRequest)), JsonSerializable(typeof(ForgotPasswordResponse))]
[JsonSerializable(typeof(GetClientTokenRequest)), JsonSerializable(typeof(GetClientTokenResponse))]
[JsonSerializable(typeof(GetDeviceRequest)), JsonSerializable(typeof(GetDeviceResponse))]
[JsonSerializable(typeof(GetTokensFromRefreshTokenRequest)), JsonSerializable(typeof(GetTokensFromRefreshTokenResponse))]
[JsonSerializable(typeof(GetUserRequest)), JsonSerializable(typeof(GetUserResponse))]
[JsonSerializable(typeof(GetUserAttributeVerificationCodeRequest)), JsonSerializable(typeof(GetUserAttributeVerificationCodeResponse))]
[JsonSerializable(typeof(GetUserAuthFactorsRequest)), JsonSerializable(typeof(GetUserAuthFactorsResponse))]
[JsonSerializable(typeof(GlobalSignOutRequest)), JsonSerializable(typeof(GlobalSignOutResponse))]
[JsonSerializable(typeof(InitiateAuthRequest)), JsonSerializable(typeof(InitiateAuthResponse))]
[JsonSerializable(typeof(ListWebAuthnCredentialsRequest)), JsonSerializable(typeof(ListWebAuthnCredentialsResponse))]
[JsonSerializable(typeof(ListDevicesRequest)), JsonSerializable(typeof(ListDevicesResponse))]
[JsonSerializable(typeof(ListUserSessionsRequest)), JsonSerializable(typeof(ListUserSessionsResponse))]
[JsonSerializable(typeof(ResendConfirmationCodeRequest)), JsonSerializable(typeof(ResendConfirmationCodeResponse))]
[JsonSerializable(typeof(RespondToAuthChallengeRequest)), JsonSerializable(typeof(RespondToAuthChallengeResponse))]
[JsonSerializable(typeof(RevokeTokenRequest)), JsonSerializable(typeof(RevokeTokenResponse))]
[JsonSerializable(typeof(RevokeUserSessionRequest)), JsonSerializable(typeof(RevokeUserSessionResponse))]
[JsonSerializable(typeof(SetUserMFAPreferenceRequest)), JsonSerializable(typeof(SetUserMFAPreferenceResponse))]
[JsonSerializable(typeof(SignUpRequest)), JsonSerializable(typeof(SignUpResponse))]
[JsonSerializable(typeof(UpdateDeviceStatusRequest)), JsonSerializable(typeof(UpdateDeviceStatusResponse))]
[JsonSerializable(typeof(UpdateUserAttributesRequest)), JsonSerializable(typeof(UpdateUserAttributesResponse))]
[JsonSerializable(typeof(VerifySoftwareTokenRequest)), JsonSerializable(typeof(VerifySoftwareTokenResponse))]
[JsonSerializable(typeof(VerifyUserAttributeRequest)), JsonSerializable(typeof(VerifyUserAttributeResponse))]
internal sealed partial class CognitoShapes : JsonSerializerContext;
