namespace CognitoAuth.Domain;

/// <summary>Where a code was sent (Cognito's <c>CodeDeliveryDetails</c>).</summary>
/// <param name="Medium"><c>EMAIL</c> or <c>SMS</c>.</param>
/// <param name="Destination">Masked: <c>j***@e***</c>, <c>+*******1234</c>.</param>
/// <param name="Attribute">The user attribute it was sent to: <c>email</c>, <c>phone_number</c>.</param>
public sealed record CodeDelivery(string? Medium, string? Destination, string? Attribute);
