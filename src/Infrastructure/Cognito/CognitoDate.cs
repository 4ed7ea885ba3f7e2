using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace CognitoAuth.Infrastructure.Cognito;

/// <summary>
/// Cognito's clock, as the <c>Date</c> header of its responses tells it: whole seconds. Sign-out everywhere compares it with <c>auth_time</c>, which is Cognito's clock too. Responses and refusals of
/// <see cref="DirectCognitoClient"/> carry it: no shape of Cognito's has a member for it.
/// </summary>
internal static class CognitoDate
{
    /// <summary>The header.</summary>
    public const string Header = "Date";

    /// <summary>The date of a response; <see langword="null"/> where it carried none.</summary>
    public static DateTimeOffset? Of(AmazonWebServiceResponse response) =>
        response.ResponseMetadata is Dated { Date: { } date } && DateTimeOffset.TryParseExact(date, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed) ? parsed : null;

    /// <summary>What a response carries.</summary>
    /// <param name="requestId">Cognito's id of the request.</param>
    /// <param name="date">The header as it came.</param>
    public static ResponseMetadata Metadata(string? requestId, string? date) => new Dated { RequestId = requestId, Date = date };

    /// <summary>Gives a refusal its date.</summary>
    public static TException With<TException>(TException refusal, string? date)
        where TException : AmazonServiceException
    {
        if (date is not null) refusal.Data[Header] = date;
        return refusal;
    }

    /// <summary>The response that a refusal stands for which says that it is done already; with the refusal's date.</summary>
    public static TResponse Done<TResponse>(AmazonServiceException refusal)
        where TResponse : AmazonWebServiceResponse, new() => new() { ResponseMetadata = Metadata(refusal.RequestId, refusal.Data[Header] as string) };

    private sealed class Dated : ResponseMetadata
    {
        public string? Date { get; init; }
    }
}

/// <summary>Gives the responses to signed calls their date. These take the pipeline of the AWS runtime, which keeps no headers.</summary>
internal sealed class UpstreamDateHandler : PipelineHandler
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
