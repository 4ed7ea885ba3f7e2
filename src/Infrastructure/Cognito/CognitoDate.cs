using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace CognitoAuth.Infrastructure.Cognito;

/// <summary>
/// The time by Cognito's clock, from the <c>Date</c> header of its responses: whole seconds. Sign-out everywhere compares it with <c>auth_time</c>, which is also by Cognito's clock. Responses and
/// errors of <see cref="DirectCognitoClient"/> carry it, since no shape of Cognito has a member for it.
/// </summary>
internal static class CognitoDate
{
    public const string Header = "Date";

    /// <summary>The date of a response; <see langword="null"/> when it has none.</summary>
    public static DateTimeOffset? Of(AmazonWebServiceResponse response) =>
        response.ResponseMetadata is Dated { Date: { } date } && DateTimeOffset.TryParseExact(date, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed) ? parsed : null;

    /// <summary>The metadata of a response, with its date.</summary>
    /// <param name="requestId">Cognito's id of the request.</param>
    /// <param name="date">The header's value.</param>
    public static ResponseMetadata Metadata(string? requestId, string? date) => new Dated { RequestId = requestId, Date = date };

    /// <summary>Adds the date to an error.</summary>
    public static TException With<TException>(TException refusal, string? date)
        where TException : AmazonServiceException
    {
        if (date is not null) refusal.Data[Header] = date;
        return refusal;
    }

    /// <summary>The response for an error which means that the work was done before; with the error's date.</summary>
    public static TResponse Done<TResponse>(AmazonServiceException refusal)
        where TResponse : AmazonWebServiceResponse, new() => new() { ResponseMetadata = Metadata(refusal.RequestId, refusal.Data[Header] as string) };

    private sealed class Dated : ResponseMetadata
    {
        public string? Date { get; init; }
    }
}

/// <summary>Adds the date to responses of signed calls. These go through the pipeline of the AWS runtime, which keeps no headers.</summary>
internal sealed class CognitoDateHandler : PipelineHandler
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var result = await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
        if (executionContext.ResponseContext is { Response: { } response, HttpResponse: { } http })
        {
            response.ResponseMetadata = CognitoDate.Metadata(response.ResponseMetadata?.RequestId, http.GetHeaderValue(CognitoDate.Header));
        }
        return result;
    }
}
