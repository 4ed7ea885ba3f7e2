using FsCheck.Xunit;

namespace CognitoAuth.Tests.Shared;

/// <summary>
/// How often a test repeats itself. When the environment variable <c>CI</c> is set, a tenth of the full number, so that the tests of every change stay fast. The full number runs with
/// <c>dotnet test --settings tests/all.runsettings</c>.
/// </summary>
internal static class Repetitions
{
    /// <summary>The full number of repetitions, or a tenth of it in CI.</summary>
    public static int Of(int full) => Environment.GetEnvironmentVariable("CI") is null or "" ? full : full / 10;
}

/// <summary>A property that is tested with many values; in CI with a tenth of them, see <see cref="Repetitions"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PropertyOfManyAttribute : PropertyAttribute
{
    /// <param name="values">The number of values.</param>
    public PropertyOfManyAttribute(int values) => MaxTest = Repetitions.Of(values);
}
