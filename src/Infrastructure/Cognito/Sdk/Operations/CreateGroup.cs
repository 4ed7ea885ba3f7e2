using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model
{
    /// <summary>Creates a group in the pool. Signed with IAM credentials.</summary>
    public class CreateGroupRequest : AmazonCognitoIdentityProviderRequest
    {
        /// <summary>The name of the group, 1 to 128 characters. Required.</summary>
        public string? GroupName { get; set; }

        /// <summary>The user pool. Required.</summary>
        public string? UserPoolId { get; set; }

        /// <summary>What the group is for.</summary>
        public string? Description { get; set; }

        /// <summary>The IAM role that members get through an identity pool.</summary>
        public string? RoleArn { get; set; }

        /// <summary>Which group wins: 0 is the highest.</summary>
        public int? Precedence { get; set; }
    }

    /// <summary>The new group.</summary>
    public class CreateGroupResponse : AmazonWebServiceResponse
    {
        /// <summary>The group.</summary>
        public GroupType? Group { get; set; }
    }
}

namespace Amazon.CognitoIdentityProvider
{
    public partial interface IAmazonCognitoIdentityProvider
    {
        /// <summary>Creates a group in the pool.</summary>
        Task<CreateGroupResponse> CreateGroupAsync(CreateGroupRequest request, CancellationToken cancellationToken = default);
    }

    public partial class AmazonCognitoIdentityProviderClient
    {
        /// <inheritdoc/>
        public virtual Task<CreateGroupResponse> CreateGroupAsync(CreateGroupRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<CreateGroupRequest, CreateGroupResponse>(request, cancellationToken);
    }
}
