namespace CognitoAuth.Api.Endpoints;

/// <summary>A code was sent.</summary>
/// <param name="Delivery">Where the code was sent.</param>
public sealed record CodeSentResponse(CodeDeliveryResponse Delivery)
{
    internal static CodeSentResponse Of(CodeDelivery delivery) => new(CodeDeliveryResponse.Of(delivery));
}

/// <summary>Where a code was sent (Cognito's <c>CodeDeliveryDetails</c>).</summary>
/// <param name="Medium"><c>EMAIL</c> or <c>SMS</c>.</param>
/// <param name="Destination">The address, masked: <c>j***@e***</c>, <c>+*******1234</c>.</param>
/// <param name="Attribute">The user attribute that holds the address: <c>email</c>, <c>phone_number</c>.</param>
[SchemaName("CodeDelivery")]
public sealed record CodeDeliveryResponse(string? Medium, string? Destination, string? Attribute)
{
    internal static CodeDeliveryResponse Of(CodeDelivery delivery) => new(delivery.Medium, delivery.Destination, delivery.Attribute);
}
