using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

/// <summary>
/// The operations of Amazon Cognito user pools, API version 2016-04-18; their methods are generated.
/// See <see cref="AmazonCognitoIdentityProviderClient"/> for the exceptions.
/// </summary>
public partial interface IAmazonCognitoIdentityProvider : IAmazonService, IDisposable
{
    // The two factories are what AddAWSService<IAmazonCognitoIdentityProvider>() calls.
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCognitoIdentityProviderConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonCognitoIdentityProviderClient(awsCredentials, (AmazonCognitoIdentityProviderConfig)clientConfig);
}
