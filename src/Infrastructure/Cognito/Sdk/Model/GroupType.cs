namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>A group of users in a pool.</summary>
public class GroupType
{
    /// <summary>The name, 1 to 128 characters.</summary>
    public string? GroupName { get; set; }

    /// <summary>The user pool.</summary>
    public string? UserPoolId { get; set; }

    /// <summary>What the group is for.</summary>
    public string? Description { get; set; }

    /// <summary>The IAM role that members get through an identity pool.</summary>
    public string? RoleArn { get; set; }

    /// <summary>Which group wins: 0 is the highest.</summary>
    public int? Precedence { get; set; }

    /// <summary>When the group was last changed, UTC.</summary>
    public DateTime? LastModifiedDate { get; set; }

    /// <summary>When the group was created, UTC.</summary>
    public DateTime? CreationDate { get; set; }
}
