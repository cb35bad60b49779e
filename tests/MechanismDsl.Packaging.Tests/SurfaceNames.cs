namespace MechanismDsl.Packaging.Tests;

/// <summary>Names of types as C# writes them, with their namespaces.</summary>
internal static class SurfaceNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(uint)] = "uint",
        [typeof(ulong)] = "ulong",
        [typeof(void)] = "void",
    };

    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (type.IsByRef)
        {
            return "ref " + Of(type.GetElementType()!);
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying) + "?";
        }

        // Arguments of a nested type come after those of the types around it.
        var outer = type.DeclaringType;
        var arguments = type.GetGenericArguments();
        var inherited = outer?.GetGenericArguments().Length ?? 0;
        var own = arguments.Skip(inherited).Select(Of).ToList();
        var around = outer is null
            ? type.Namespace is { Length: > 0 } name ? name + "." : ""
            : Of(outer.IsGenericTypeDefinition && !type.IsGenericTypeDefinition ? outer.MakeGenericType([.. arguments.Take(inherited)]) : outer) + ".";
        return around + type.Name.Split('`')[0] + (own.Count == 0 ? "" : $"<{string.Join(", ", own)}>");
    }
}
