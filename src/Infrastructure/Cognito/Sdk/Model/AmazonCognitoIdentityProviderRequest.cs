using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>Base of all requests. Members that are null are not sent.</summary>
public abstract class AmazonCognitoIdentityProviderRequest : AmazonWebServiceRequest;
