using System.Collections;
using System.Reflection;

namespace MechanismDsl.Generators.Tests.Support;

/// <summary>Walks everything that an object reaches through fields and elements.</summary>
internal static class ObjectGraph
{
    public static void AssertNone(object? root, Func<object, bool> isForbidden, string where)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<(object Value, string Path)>();
        Push(root, where);
        while (open.Count > 0)
        {
            var (value, path) = open.Pop();
            Assert.False(isForbidden(value), $"{path} is a {value.GetType()}");
            if (value is IEnumerable items and not string)
            {
                foreach (var item in items)
                {
                    Push(item, path + "[]");
                }
            }

            for (var type = value.GetType(); type is not null; type = type.BaseType)
            {
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    Push(field.GetValue(value), $"{path}.{field.Name}");
                }
            }
        }

        Assert.True(seen.Count > 1 || root is null or ValueType, $"{where}: the walk went nowhere");

        void Push(object? value, string path)
        {
            if (value is not null && value is not string && value is not Type && !value.GetType().IsPrimitive && !value.GetType().IsEnum && seen.Add(value))
            {
                open.Push((value, path));
            }
        }
    }
}
