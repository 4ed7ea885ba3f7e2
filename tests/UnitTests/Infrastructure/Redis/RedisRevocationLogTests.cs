using CognitoAuth.Infrastructure.Redis;

namespace CognitoAuth.UnitTests.Infrastructure.Redis;

public sealed class RedisRevocationLogTests
{
    [Fact]
    public void The_sequence_of_entries_grows_with_their_ids()
    {
        string[] ids = ["0-1", "1772625600000-0", "1772625600000-1", "1772625600000-999999", "1772625600001-0", "4102444800000-0"];

        ids.Select(id => RedisRevocationLog.Read(id, default).Position.Sequence).ShouldBeInOrder();
    }

    [Fact]
    public void The_id_of_an_entry_holds_the_time_at_which_Redis_took_it() =>
        RedisRevocationLog.Read("1772625600999-7", default).AppendedAt.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1_772_625_600_999));

    [Fact]
    public void An_id_beyond_the_end_of_the_calendar_can_be_read() => RedisRevocationLog.Read($"{long.MaxValue}-0", default).AppendedAt.Year.ShouldBe(9999);
}
