using System.Reflection;
using MediatR;

namespace CognitoAuth.Application.Pipeline;

/// <summary>The rules for the flows of an assembly, this product's and a team's. Call <see cref="FaultsOf"/> in a test: <code>FlowRules.FaultsOf(typeof(Program).Assembly).ShouldBeEmpty();</code></summary>
public static class FlowRules
{
    // The position in a list. It grants no access.
    private const string PageToken = "NextToken";

    private static readonly string[] SecretWords = ["Password", "Code", "Token", "Session", "Secret", "Passwords", "Codes", "Tokens", "Secrets"];

    /// <summary>
    /// The faults of an assembly's flows, one line each: a request that is not exactly one of <see cref="IPublicFlow{T}"/> and <see cref="IProtectedFlow{T}"/>, or has no validator (the application does
    /// not start with these); a handler or validator that is not internal and sealed; a password, code, token or session that is not a <see cref="Secret"/>, and so could appear in logs.
    /// </summary>
    public static IReadOnlyList<string> FaultsOf(Assembly assembly) =>
    [
        .. StartFaultsOf(assembly),
        .. assembly.GetTypes().Where(IsNotInternalAndSealed).Select(type => $"{type.FullName} must be internal and sealed."),
        // The compiler generates types with such names.
        .. assembly.GetTypes().Where(type => !type.FullName!.Contains('<', StringComparison.Ordinal)).SelectMany(PlainSecrets),
    ];

    /// <summary>
    /// The faults that stop the start. The container silently skips a behavior whose generic constraints a request does not meet: a request that is not a flow would run unlogged, unverified and
    /// unvalidated.
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

    private static bool IsNotInternalAndSealed(Type type) => type is { IsClass: true, IsAbstract: false } && (type.IsVisible || !type.IsSealed)
        && (Closed(type, typeof(IRequestHandler<,>)).Any() || Closed(type, typeof(IValidator<>)).Any());

    private static IEnumerable<string> PlainSecrets(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(property => IsText(property.PropertyType) && property.Name != PageToken && SecretWords.Any(word => property.Name.EndsWith(word, StringComparison.OrdinalIgnoreCase)))
        .Select(property => $"{type.FullName}.{property.Name} must be a Secret.");

    private static bool IsText(Type type) => type == typeof(string) || type.IsAssignableTo(typeof(IEnumerable<string>));

    private static IEnumerable<Type> Closed(Type type, Type generic) => type.GetInterfaces().Where(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == generic);
}

/// <summary>Stops the start: the pipeline would not protect a flow of an assembly.</summary>
/// <param name="faults">The faults, one line each.</param>
public sealed class FlowRulesException(IReadOnlyList<string> faults) : InvalidOperationException(string.Join(Environment.NewLine, faults))
{
    /// <summary>The faults, one line each.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
