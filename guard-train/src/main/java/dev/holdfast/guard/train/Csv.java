package dev.holdfast.guard.train;

import java.util.ArrayList;
import java.util.List;

/// Comma-separated rows with quoted fields, as the public sets write them.
final class Csv {
  private Csv() {}

  static List<List<String>> rows(String content, char separator) {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var field = new StringBuilder();
    var quoted = false;
    for (var i = 0; i < content.length(); i++) {
      var c = content.charAt(i);
      if (quoted) {
        if (c != '"') field.append(c);
        else if (i + 1 < content.length() && content.charAt(i + 1) == '"')
          field.append(content.charAt(++i));
        else
          quoted = false;
      } else if (c == '"' && field.isEmpty()) {
        quoted = true;
      } else if (c == separator || c == '\n') {
        row.add(field.toString().strip());
        field.setLength(0);
        if (c == '\n') {
          rows.add(List.copyOf(row));
          row.clear();
        }
      } else {
        field.append(c);
      }
    }
    return rows;
  }
}
