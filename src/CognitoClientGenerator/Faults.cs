using Microsoft.CodeAnalysis;

namespace CognitoAuth.CognitoClientGenerator;

/// <summary>The generator's diagnostics: build errors.</summary>
internal static class Faults
{
    public const string Missing = "COGNITO001";
    public const string Unreadable = "COGNITO002";
    public const string Inconsistent = "COGNITO003";

    private const string Category = "CognitoClient";

    private static readonly DiagnosticDescriptor MissingModel = new(
        Missing, "The project needs one service model", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    private static readonly DiagnosticDescriptor UnreadableModel = new(
        Unreadable, "The service model cannot be read", "The service model cannot be read: {0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    private static readonly DiagnosticDescriptor InconsistentModel = new(
        Inconsistent, "The service model is inconsistent", "The service model is inconsistent: {0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static Diagnostic ToDiagnostic(Fault fault)
    {
        var descriptor = fault.Id switch
        {
            Missing => MissingModel,
            Unreadable => UnreadableModel,
            _ => InconsistentModel,
        };
        // The whole file: the framework's JSON reader does not report lines.
        var location = fault.Path.Length == 0 ? Location.None : Location.Create(fault.Path, default, default);
        return Diagnostic.Create(descriptor, location, fault.Message);
    }
}
