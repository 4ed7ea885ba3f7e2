using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CognitoAuth.Application.Ports;

namespace CognitoAuth.UnitTests.Docs;

/// <summary>The diagrams of <c>docs/flows.md</c> match the calls in the code.</summary>
public sealed partial class FlowsPageTests
{
    // The port has names of its own for these; the diagrams show Cognito's operations.
    private static IEnumerable<string> Operations => typeof(ICognitoGateway).GetMethods().Select(method => method.Name == nameof(ICognitoGateway.StartSignIn) ? "InitiateAuth" : method.Name);

    private static string Page { get; } = File.ReadAllText(PathOfPage());

    [Fact]
    public void Every_call_to_Cognito_is_an_operation_of_the_gateway()
    {
        var calls = Calls().ToList();

        calls.Count.ShouldBeGreaterThan(20);
        calls.Except(Operations, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Every_operation_of_the_gateway_is_in_a_diagram() => Operations.Except(Calls(), StringComparer.Ordinal).ShouldBeEmpty();

    // In Mermaid a semicolon ends the statement, so the rest of the line would break the diagram.
    [Fact]
    public void No_diagram_has_a_semicolon()
    {
        DiagramPattern().Count(Page).ShouldBeGreaterThan(10);
        DiagramPattern().Matches(Page).SelectMany(diagram => diagram.Value.Split('\n')).Where(line => line.Contains(';', StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Calls() => CallPattern().Matches(Page).Select(call => call.Groups["operation"].Value);

    private static string PathOfPage([CallerFilePath] string thisFile = "") => Path.GetFullPath("../../../docs/flows.md", Path.GetDirectoryName(thisFile)!);

    [GeneratedRegex("A->>P: (?<operation>[A-Za-z]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex CallPattern();

    [GeneratedRegex("^```mermaid\n.*?^```", RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex DiagramPattern();
}
