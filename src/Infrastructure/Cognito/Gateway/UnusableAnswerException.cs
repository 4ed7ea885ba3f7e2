using Amazon.Runtime;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

/// <summary>
/// Something answered with what Cognito never sends: a redirect, a body beyond <see cref="CognitoHttpClientFactory.LargestAnswer"/>, or one without what the operation must answer.
/// The request was sent once and may have been carried out.
/// </summary>
public sealed class UnusableAnswerException : AmazonClientException
{
    /// <summary>An answer refused for a reason that the message gives; it never quotes the answer.</summary>
    public UnusableAnswerException(string message) : base(message)
    {
    }

    /// <summary>An answer refused because reading it failed as <paramref name="innerException"/> says.</summary>
    public UnusableAnswerException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
