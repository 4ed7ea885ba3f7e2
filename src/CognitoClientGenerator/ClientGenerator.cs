using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CognitoAuth.CognitoClientGenerator;

/// <summary>
/// Generates the client of Amazon Cognito user pools from the service model <c>cognito-model.json</c>, an additional file of the project: interface, methods, requests, responses, shapes, enumerations,
/// exceptions, and the code that writes and reads their JSON. One class is one file, which is generated again only when its part of the model has changed.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ClientGenerator : IIncrementalGenerator
{
    /// <summary>The name of the file with the model.</summary>
    public const string ModelFile = "cognito-model.json";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var result = context.AdditionalTextsProvider
            .Where(file => Path.GetFileName(file.Path) == ModelFile)
            .Select((file, cancellation) => ServiceModelReader.Read(file.Path, file.GetText(cancellation)?.ToString() ?? ""))
            .Collect()
            .Select((models, _) => models.Length == 1 ? models[0] : NotOne(models.Length))
            .WithTrackingName("Model");
        context.RegisterSourceOutput(result.SelectMany((read, _) => Items(read.Faults)).WithTrackingName("Faults"), (output, fault) => output.ReportDiagnostic(Faults.ToDiagnostic(fault)));

        var model = result.SelectMany((read, _) => read.Model is { } sound ? ImmutableArray.Create(sound) : []);
        Generate(context, "Operations", model.Select((all, _) => all.Operations), _ => "Operations", ClientWriter.Write);
        Generate(context, "Structures", model.SelectMany((all, _) => Items(all.Structures)), structure => structure.Name, StructureWriter.Write);
        Generate(context, "Enumerations", model.SelectMany((all, _) => Items(all.Enumerations)), enumeration => enumeration.Name, EnumerationWriter.Write);
        Generate(context, "Exceptions", model.SelectMany((all, _) => Items(all.Exceptions)), exception => exception.Name, ExceptionWriter.Write);
        Generate(context, "ExceptionTable", model.Select((all, _) => all.Exceptions.Select(exception => exception.Name).ToEquatableArray()), _ => "ModelledExceptions", ExceptionWriter.WriteTable);
    }

    private static void Generate<T>(IncrementalGeneratorInitializationContext context, string step, IncrementalValuesProvider<T> parts, Func<T, string> name, Func<T, string> write) =>
        context.RegisterSourceOutput(parts.WithTrackingName(step), (output, part) => output.AddSource(name(part) + ".g.cs", SourceText.From(write(part), Encoding.UTF8)));

    private static ModelResult NotOne(int count) =>
        new(null, new[] { new Fault(Faults.Missing, "", $"The Cognito client is generated from one additional file {ModelFile}; the project has {count}") }.ToEquatableArray());

    private static ImmutableArray<T> Items<T>(EquatableArray<T> items)
        where T : IEquatable<T> => [.. items];
}
