using Amazon.Runtime;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

/// <summary>
/// The response is not one that Cognito sends: a redirect, a body larger than <see cref="CognitoHttpClientFactory.LargestResponse"/>, or one without a required member.
/// The request was sent once and may have been processed.
/// </summary>
public sealed class UnusableResponseException : AmazonClientException
{
    /// <summary>A response that was refused for the reason in the message, which never quotes the response.</summary>
    public UnusableResponseException(string message) : base(message)
    {
    }

    /// <summary>A response that could not be read, because of <paramref name="innerException"/>.</summary>
    public UnusableResponseException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
