namespace MechanismDsl.Theory.Data;

/// <summary>Turns an offset in a text into a line and a column, with the compiler's notion of a line break.</summary>
public sealed class LineMap
{
    private readonly List<int> _starts = [0];

    /// <summary>Looks for the lines of a text.</summary>
    public LineMap(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var isBreak = text[index] switch
            {
                '\r' => index + 1 == text.Length || text[index + 1] != '\n',
                '\n' or '\u0085' or '\u2028' or '\u2029' => true,
                _ => false,
            };
            if (isBreak)
            {
                _starts.Add(index + 1);
            }
        }
    }

    /// <summary>A finding about <paramref name="length"/> characters from <paramref name="offset"/> on.</summary>
    public DataFinding Finding(DataFindingKind kind, int offset, int length, string words)
    {
        var found = _starts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return new DataFinding(kind, line, offset - _starts[line], length, words);
    }
}
