using System.Text.Json;
using System.Text.Json.Nodes;

namespace CognitoAuth.LocalCognito.Testing;

/// <summary>A request that reached the pool.</summary>
/// <param name="At">When, by the pool's clock.</param>
/// <param name="Operation">Such as <c>SignUp</c>.</param>
/// <param name="Body">The JSON, with <c>***</c> instead of each secret.</param>
/// <param name="IsSigned">Whether the request had an AWS signature.</param>
public sealed record RecordedRequest(DateTimeOffset At, string Operation, string Body, bool IsSigned);

/// <summary>The last thousand requests, when <c>LocalCognitoOptions.RecordRequests</c> is on.</summary>
public sealed class RequestRecord
{
    private const int Capacity = 1_000;

    private static readonly HashSet<string> Secrets = new(StringComparer.OrdinalIgnoreCase)
    {
        "Password", "PreviousPassword", "ProposedPassword", "TemporaryPassword", "NEW_PASSWORD", "SecretHash", "SECRET_HASH", "ClientSecret", "Secret",
        "ConfirmationCode", "Code", "UserCode", "Session", "AccessToken", "ACCESS_TOKEN", "RefreshToken", "REFRESH_TOKEN", "Token", "ANSWER", "CREDENTIAL",
        "SMS_MFA_CODE", "SMS_OTP_CODE", "EMAIL_OTP_CODE", "SOFTWARE_TOKEN_MFA_CODE", "PASSWORD_CLAIM_SIGNATURE", "PASSWORD_CLAIM_SECRET_BLOCK", "SRP_A", "EncodedData",
    };

    private readonly Lock _gate = new();
    private readonly Queue<RecordedRequest> _requests = new();
    private readonly bool _isOn;

    internal RequestRecord(bool isOn) => _isOn = isOn;

    /// <summary>All recorded requests, oldest first.</summary>
    public IReadOnlyList<RecordedRequest> All
    {
        get
        {
            lock (_gate) return [.. _requests];
        }
    }

    /// <summary>The recorded requests of one operation, oldest first.</summary>
    public IReadOnlyList<RecordedRequest> Of(string operation) => [.. All.Where(request => request.Operation == operation)];

    /// <summary>Removes all recorded requests.</summary>
    public void Clear()
    {
        lock (_gate) _requests.Clear();
    }

    internal void Add(DateTimeOffset at, string operation, byte[] body, bool isSigned)
    {
        if (!_isOn) return;
        var request = new RecordedRequest(at, operation, Mask(body), isSigned);
        lock (_gate)
        {
            _requests.Enqueue(request);
            if (_requests.Count > Capacity) _requests.Dequeue();
        }
    }

    private static string Mask(byte[] body)
    {
        try
        {
            var json = body.Length == 0 ? null : JsonNode.Parse(body);
            Mask(json);
            return json?.ToJsonString() ?? "";
        }
        catch (JsonException)
        {
            // A body that is not JSON cannot be masked.
            return "***";
        }
    }

    private static void Mask(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items) Mask(item);
        }
        else if (node is JsonObject members)
        {
            foreach (var (name, value) in members.ToList())
            {
                if (Secrets.Contains(name) && value is not null) members[name] = "***";
                else Mask(value);
            }
        }
    }
}
