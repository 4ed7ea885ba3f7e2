using CognitoAuth.UnitTests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CognitoAuth.UnitTests.Architecture;

/// <summary>
/// A test whose outcome depends on real time can fail on a busy machine, so it has <c>[Trait("Clock", "Real")]</c> and <c>.ci/run</c> runs it apart (docs/testing.md). Such a test uses the time of a
/// <c>Stopwatch</c> for more than its output, or has <c>FastTimers</c>.
/// </summary>
public sealed class RealClockTests
{
    [Fact]
    public void Every_test_that_measures_time_has_the_trait()
    {
        var files = Markdown.Files(".cs").Where(file => file.StartsWith("tests/", StringComparison.Ordinal) || file.Contains("/tests/", StringComparison.Ordinal)).ToList();

        files.ShouldContain("tests/IntegrationTests/Infrastructure/Cognito/FaultMatrixTests.cs");
        files.SelectMany(file => Offenders(Markdown.Read(file))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[Fact] void Is_quick() { var watch = Stopwatch.StartNew(); watch.Elapsed.ShouldBeLessThan(Limit); }")]
    [InlineData("[Theory] void Is_quick() => Time(); TimeSpan Time() { var watch = Stopwatch.StartNew(); return watch.Elapsed; }")]
    [InlineData("[Fact] void Is_quick() { var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).ShouldBeLessThan(Limit); }")]
    [InlineData("[Fact] void Times_out() => Call(new FastTimers());")]
    [InlineData("""[Fact] void Times_out() => Call(new FastTimers()); [Fact, Trait("Clock", "Real")] void Is_quick() { }""")]
    public void A_test_that_measures_time_is_found(string members) => Offenders($"class SomeTests {{ {members} }}").ShouldNotBeEmpty();

    [Theory]
    [InlineData("""[Fact, Trait("Clock", "Real")] void Is_quick() { var watch = Stopwatch.StartNew(); watch.Elapsed.ShouldBeLessThan(Limit); }""")]
    [InlineData("""[Fact] void Is_measured() { var watch = Stopwatch.StartNew(); output.WriteLine($"{watch.Elapsed}"); }""")]
    [InlineData("[Fact] void Is_quick() => Clock.GetElapsedTime(0).ShouldBe(Moment);")]
    [InlineData("TimeSpan Time() => watch.Elapsed;")]
    public void Other_tests_pass(string members) => Offenders($"class SomeTests {{ {members} }}").ShouldBeEmpty();

    /// <summary>The tests that measure and lack the trait. When a helper of a class measures, one of its tests needs it.</summary>
    private static IEnumerable<string> Offenders(string code) =>
        from type in CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Where(type => type.Parent is not TypeDeclarationSyntax)
        let tests = type.Members.OfType<MethodDeclarationSyntax>().Where(method => Has(method, "Fact") || Has(method, "Theory")).ToList()
        where tests.Count > 0 && !HasTrait(type)
        from node in type.DescendantNodes().Where(Measures)
        let test = tests.Find(test => test.Contains(node))
        where test is null ? !tests.Exists(HasTrait) : !HasTrait(test)
        select $"{type.Identifier}.{test?.Identifier ?? type.Identifier}: {node}";

    private static bool Measures(SyntaxNode node) => node switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.Text: "Elapsed" or "ElapsedMilliseconds" or "ElapsedTicks" } => !node.Ancestors().OfType<InterpolatedStringExpressionSyntax>().Any(),
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Stopwatch" }, Name.Identifier.Text: "GetElapsedTime" } => true,
        ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: "FastTimers" } } => true,
        _ => false,
    };

    private static bool HasTrait(MemberDeclarationSyntax member) => member.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.ToString() == """Trait("Clock", "Real")""");

    private static bool Has(MemberDeclarationSyntax member, string name) => member.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() == name);
}
