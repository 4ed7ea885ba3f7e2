using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>A timestamp as a JSON number: seconds since 1970 with decimals, also written as <c>1.549322513816E9</c>.</summary>
internal sealed class EpochSecondsConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // Decimal keeps the milliseconds exact.
        var ticks = reader.GetDecimal() * TimeSpan.TicksPerSecond;
        var latest = (DateTime.MaxValue - DateTime.UnixEpoch).Ticks;
        return ticks >= 0 && ticks <= latest ? DateTime.UnixEpoch.AddTicks((long)ticks) : throw new JsonException("The timestamp is out of range.");
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((decimal)(value.ToUniversalTime() - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond);
}
