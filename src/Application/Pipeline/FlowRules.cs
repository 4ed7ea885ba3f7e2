using System.Reflection;
using MediatR;

namespace CognitoAuth.Application.Pipeline;

/// <summary>What an assembly's flows keep to, ours and those of a team. <see cref="FaultsOf"/> is for a test: <code>FlowRules.FaultsOf(typeof(Program).Assembly).ShouldBeEmpty();</code></summary>
public static class FlowRules
{
    // Of a list: it opens nothing that its caller could not open before.
    private const string PageToken = "NextToken";

    private static readonly string[] SecretWords = ["Password", "Code", "Token", "Session", "Secret", "Passwords", "Codes", "Tokens", "Secrets"];

    /// <summary>
    /// What is wrong with an assembly's flows, one line each: a request that is neither an <see cref="IPublicFlow{T}"/> nor an <see cref="IProtectedFlow{T}"/>, or has no validator (these the start
    /// refuses too); a handler or validator that is not internal and sealed; a password, code, token or session that is not a <see cref="Secret"/>, and so would show in logs.
    /// </summary>
    public static IReadOnlyList<string> FaultsOf(Assembly assembly) =>
    [
        .. StartFaultsOf(assembly),
        .. assembly.GetTypes().Where(IsOpenSlicePart).Select(type => $"{type.FullName} must be internal and sealed."),
        // Types with such names are generated, not written.
        .. assembly.GetTypes().Where(type => !type.FullName!.Contains('<', StringComparison.Ordinal)).SelectMany(PlainSecrets),
    ];

    /// <summary>
    /// What the start refuses. The container passes over a behavior whose generic constraints a request does not meet, without a word: a request that is no flow would run
    /// unlogged, unverified and unvalidated.
    /// </summary>
    internal static IEnumerable<string> StartFaultsOf(Assembly assembly)
    {
        var types = assembly.GetTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false }).ToList();
        var validated = types.SelectMany(type => Closed(type, typeof(IValidator<>))).Select(validator => validator.GenericTypeArguments[0]).ToHashSet();
        foreach (var request in types.Where(type => Closed(type, typeof(IRequest<>)).Any()))
        {
            var isPublic = Closed(request, typeof(IPublicFlow<>)).Any();
            var isProtected = Closed(request, typeof(IProtectedFlow<>)).Any();
            if (isPublic == isProtected) yield return $"{request.FullName} must be either an IPublicFlow or an IProtectedFlow.";
            if (!validated.Contains(request)) yield return $"{request.FullName} has no validator.";
        }
    }

    private static bool IsOpenSlicePart(Type type) => type is { IsClass: true, IsAbstract: false } && (type.IsVisible || !type.IsSealed)
        && (Closed(type, typeof(IRequestHandler<,>)).Any() || Closed(type, typeof(IValidator<>)).Any());

    private static IEnumerable<string> PlainSecrets(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(property => IsText(property.PropertyType) && property.Name != PageToken && SecretWords.Any(word => property.Name.EndsWith(word, StringComparison.OrdinalIgnoreCase)))
        .Select(property => $"{type.FullName}.{property.Name} must be a Secret.");

    private static bool IsText(Type type) => type == typeof(string) || type.IsAssignableTo(typeof(IEnumerable<string>));

    private static IEnumerable<Type> Closed(Type type, Type generic) => type.GetInterfaces().Where(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == generic);
}

/// <summary>Stops the start: an assembly's flows break a rule without which the pipeline would pass them over.</summary>
/// <param name="faults">One line each.</param>
public sealed class FlowRulesException(IReadOnlyList<string> faults) : InvalidOperationException(string.Join(Environment.NewLine, faults))
{
    /// <summary>One line each.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
