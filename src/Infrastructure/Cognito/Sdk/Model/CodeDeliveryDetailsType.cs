namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>Where a code was sent.</summary>
public class CodeDeliveryDetailsType
{
    /// <summary>The address, masked: <c>j***@e***</c>, <c>+*******1234</c>.</summary>
    public string? Destination { get; set; }

    /// <summary>By e-mail or SMS.</summary>
    public DeliveryMediumType? DeliveryMedium { get; set; }

    /// <summary>The attribute that holds the address: <c>email</c> or <c>phone_number</c>.</summary>
    public string? AttributeName { get; set; }
}
