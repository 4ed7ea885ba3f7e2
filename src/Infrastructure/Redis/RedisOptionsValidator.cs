using System.Net;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Infrastructure.Redis;

/// <summary>Stops the start when the connection string cannot be read. The line does not quote it: it can hold a password.</summary>
internal sealed class RedisOptionsValidator : IValidateOptions<RedisOptions>
{
    public ValidateOptionsResult Validate(string? name, RedisOptions options) => IsUsable(options)
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail("ConnectionStrings:Redis must be a connection string of StackExchange.Redis, such as redis.example.com:6379,ssl=true,password=….");

    private static bool IsUsable(RedisOptions options)
    {
        try
        {
            return options.Parse().EndPoints is { Count: > 0 } endPoints && endPoints.All(IsUsable);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool IsUsable(EndPoint endPoint) => endPoint is not DnsEndPoint { Host: var host } || Uri.CheckHostName(host) is not UriHostNameType.Unknown;
}
