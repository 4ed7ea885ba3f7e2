using CognitoAuth.Infrastructure.Revocation.Shared;

namespace CognitoAuth.UnitTests.Infrastructure.Revocation.Shared;

public sealed class LogPositionTests
{
    [Fact]
    public void Grows_from_entry_to_entry()
    {
        string[] ids = ["0-1", "1772625600000-0", "1772625600000-1", "1772625600000-999999", "1772625600001-0", "4102444800000-0"];

        ids.Select(id => new LogPosition(id, 0).Sequence).ShouldBeInOrder();
    }

    [Fact]
    public void Knows_when_Redis_took_the_entry() => new LogPosition("1772625600999-7", 0).Time.ShouldBe(1_772_625_600);
}
