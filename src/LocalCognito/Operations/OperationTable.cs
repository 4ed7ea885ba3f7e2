namespace CognitoAuth.LocalCognito.Operations;

/// <summary>Every operation of this assembly by name. A new operation needs no change here.</summary>
internal static class OperationTable
{
    private static readonly Dictionary<string, IOperation> ByName = typeof(OperationTable).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IOperation)))
        .Select(type => (IOperation)Activator.CreateInstance(type)!)
        .ToDictionary(operation => operation.Name, StringComparer.Ordinal);

    public static IReadOnlyCollection<IOperation> All => ByName.Values;

    public static IOperation? Find(string name) => ByName.GetValueOrDefault(name);
}
