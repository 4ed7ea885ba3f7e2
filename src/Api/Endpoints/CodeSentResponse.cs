using CognitoAuth.Domain;

namespace CognitoAuth.Api.Endpoints;

/// <summary>A code is on its way.</summary>
/// <param name="Delivery">Where to.</param>
public sealed record CodeSentResponse(CodeDelivery Delivery);
