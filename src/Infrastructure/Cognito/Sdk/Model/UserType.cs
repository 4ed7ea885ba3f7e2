namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>A user of the pool.</summary>
public class UserType
{
    /// <summary>The username; a UUID where users sign in with e-mail or telephone number.</summary>
    public string? Username { get; set; }

    /// <summary>The attributes of the user.</summary>
    public List<AttributeType>? Attributes { get; set; }

    /// <summary>When the user was created, UTC.</summary>
    public DateTime? UserCreateDate { get; set; }

    /// <summary>When the user was last changed, UTC.</summary>
    public DateTime? UserLastModifiedDate { get; set; }

    /// <summary>False when the user was disabled.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Where the user stands.</summary>
    public UserStatusType? UserStatus { get; set; }

    /// <summary>No longer used by Cognito: SMS MFA only.</summary>
    public List<MFAOptionType>? MFAOptions { get; set; }
}

/// <summary>No longer used by Cognito: how a user receives SMS codes.</summary>
public class MFAOptionType
{
    /// <summary>By e-mail or SMS.</summary>
    public DeliveryMediumType? DeliveryMedium { get; set; }

    /// <summary>The attribute that holds the address.</summary>
    public string? AttributeName { get; set; }
}
